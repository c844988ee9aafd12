import { describe, expect, it } from 'vitest'
import { id, json, read, mount } from '../../test/mount'
import { sharedSecret } from '../index'

const current = 'the-secret-of-today/1+2'
const former = 'the-secret-of-yesterday'
const encoded = encodeURIComponent(current)
const query = `event=Update&id=${id}`

describe('construction', () => {
  it.each([[[]], [''], ['fifteen-letters'], [[current, 'short']]])('refuses %o without repeating it', (secrets) => {
    expect(() => sharedSecret(secrets)).toThrow(/^sharedSecret needs (?!.*(fifteen-letters|short\b))[^\n]+\.$/)
  })

  it('refuses what is undefined at run time, such as a missing variable', () => {
    expect((): unknown => Reflect.apply(sharedSecret, null, [undefined])).toThrow(/^sharedSecret needs/)
    expect((): unknown => Reflect.apply(sharedSecret, null, [[current, undefined]])).toThrow(/^sharedSecret needs/)
  })

  it('refuses a parameter that the CRM sends itself', () => {
    expect(() => sharedSecret(current, { query: 'id' })).toThrow(/"id"/)
  })
})

describe('in the query', () => {
  it.each([current, former])('lets in whoever knows one of the secrets', async (secret) => {
    const { call, changes } = mount({ auth: sharedSecret([current, former]) })
    const answer = await call(`/identity?secret=${encodeURIComponent(secret)}&${query}`)
    expect(answer.status).toBe(202)
    expect(changes).toHaveLength(1)
  })

  it('is taken with a POST as well', async () => {
    const { call } = mount({ auth: sharedSecret(current, { query: 'key' }) })
    expect((await call(`/identity?key=${encoded}`, json({ identityId: id }))).status).toBe(202)
    expect((await call(`/identity?secret=${encoded}`, json({ identityId: id }))).status).toBe(401)
  })
})

describe('in the path', () => {
  const auth = sharedSecret(current, { path: true })

  it('stands before the endpoint', async () => {
    const { call, changes } = mount({ auth })
    expect((await call(`/${encoded}/identity?${query}`)).status).toBe(202)
    expect(changes).toHaveLength(1)
  })

  it.each(['/identity', '/wrong/identity', '/%zz/identity', `/identity?secret=${encoded}`])(
    '401 for %s',
    async (path) => {
      const { call, changes } = mount({ auth })
      expect((await call(path)).status).toBe(401)
      expect(changes).toEqual([])
    },
  )

  it('does not open paths that are not there', async () => {
    const { call } = mount({ auth })
    expect((await call(`/${encoded}/contact?${query}`)).status).toBe(404)
    expect((await call(`/${encoded}/test`)).status).toBe(404)
  })
})

describe('in a header', () => {
  it('is looked for there and nowhere else', async () => {
    const { call } = mount({ auth: sharedSecret(current, { header: 'X-Webhook-Secret' }) })
    const withHeader = (secret: string) => ({ headers: { 'x-webhook-secret': secret } })
    expect((await call(`/identity?${query}`, withHeader(current))).status).toBe(202)
    expect((await call(`/identity?${query}`, withHeader(former))).status).toBe(401)
    expect((await call(`/identity?secret=${encoded}&${query}`)).status).toBe(401)
  })
})

describe('401', () => {
  it('is the same whatever is wrong, before anything is read', async () => {
    const { call, changes } = mount({ auth: sharedSecret(current), test: true })
    const answers = await Promise.all([
      read(call(`/identity?${query}`)),
      read(call(`/identity?secret=&${query}`)),
      read(call(`/identity?secret=${encoded}x&${query}`)),
      read(call(`/identity?secret=${encoded.toUpperCase()}&${query}`)),
      read(call(`/invoice?secret=wrong`)),
      read(call(`/quote`, { method: 'DELETE' })),
      read(call(`/identity`, json('{broken'))),
      read(call(`/identity`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })),
      read(call(`/test`)),
    ])
    for (const { status, text, headers } of answers) {
      expect({ status, text }).toEqual({ status: 401, text: '{"error":"unauthorized"}' })
      expect(headers.get('www-authenticate')).toBeNull()
    }
    expect(changes).toEqual([])
  })
})
