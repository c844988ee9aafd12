import { describe, expect, it } from 'vitest'
import { id, json, read, mount } from '../test/mount'
import { sharedSecret } from './index'

const secret = 'a "secret" with spaces & more'
const encoded = encodeURIComponent(secret)
const auth = sharedSecret(secret, { query: 'secret', header: 'x-secret', path: true })

describe('/test', () => {
  it('is not there unless it is switched on', async () => {
    const { call } = mount()
    expect((await call(`/test`)).status).toBe(404)
  })

  it('shows what was received by GET, and notes nothing', async () => {
    const { call, changes } = mount({ test: true })
    const query = `event=Insert&id=${id}&subtype=%D9%85%D8%AE%D8%A7%D8%B7%D8%A8+%D8%AD%D9%82%DB%8C%D9%82%DB%8C&tag=a&tag=b`
    const answer = await read(call(`/test?${query}`, { headers: { accept: 'text/html' } }))
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      method: 'GET',
      path: '/webhook/crm/test',
      query: { event: 'Insert', id, subtype: 'مخاطب حقیقی', tag: ['a', 'b'] },
      headers: { accept: 'text/html' },
    })
    expect(answer.body).not.toHaveProperty('body')
    expect(changes).toEqual([])
  })

  it.each([
    ['JSON', json({ identityId: id }), { identityId: id }],
    ['a form', { method: 'POST', body: new URLSearchParams({ identityId: id }) }, { identityId: id }],
    ['broken JSON', json('{"identityId'), '{"identityId'],
    ['text', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }, 'hello'],
  ])('shows the body of a POST: %s', async (_what, init, body) => {
    const { call } = mount({ test: true })
    expect(await read(call(`/test`, init))).toMatchObject({ status: 200, body: { method: 'POST', body } })
  })

  it('asks for the secret as the other paths do, and has their limits', async () => {
    const { call } = mount({ test: true, auth })
    expect((await call(`/test`)).status).toBe(401)
    expect((await call(`/test?secret=${encoded}`, { method: 'PUT' })).status).toBe(405)
    expect((await call(`/test?secret=${encoded}`, json('a'.repeat(200_000)))).status).toBe(413)
  })

  it('masks secrets wherever they stand', async () => {
    const { call } = mount({ test: true, auth })
    const headers = {
      'x-secret': secret,
      authorization: 'Bearer of-another-service',
      cookie: 'session=of-a-person',
      referer: `https://crm.example/?secret=${encoded}`,
    }
    const answer = await read(
      call(
        `/${encoded}/test?secret=${encoded}&${encoded}=1&note=${encoded}`,
        json({ note: [`it is ${secret}`] }, headers),
      ),
    )
    expect(answer.status).toBe(200)
    for (const hidden of [secret, encoded, JSON.stringify(secret).slice(1, -1), 'of-another-service', 'of-a-person']) {
      expect(answer.text).not.toContain(hidden)
    }
    expect(answer.body).toMatchObject({
      path: '/webhook/crm/***/test',
      query: { secret: '***', note: '***' },
      headers: { 'x-secret': '***', referer: 'https://crm.example/?secret=***' },
      body: { note: ['it is ***'] },
    })
  })

  it('masks a wrong secret in the place of a right one', async () => {
    const { call } = mount({ test: true, auth })
    const answer = await read(call(`/almost-right/test?secret=almost-right`, { headers: { 'x-secret': secret } }))
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('almost-right')
  })
})
