import { describe, expect, it } from 'vitest'
import { id, json, read, serve } from '../../test/serve'
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
    const { crm, changes } = await serve({ auth: sharedSecret([current, former]) })
    const answer = await fetch(`${crm}/identity?secret=${encodeURIComponent(secret)}&${query}`)
    expect(answer.status).toBe(202)
    expect(changes).toHaveLength(1)
  })

  it('is taken with a POST as well', async () => {
    const { crm } = await serve({ auth: sharedSecret(current, { query: 'key' }) })
    expect((await fetch(`${crm}/identity?key=${encoded}`, json({ identityId: id }))).status).toBe(202)
    expect((await fetch(`${crm}/identity?secret=${encoded}`, json({ identityId: id }))).status).toBe(401)
  })
})

describe('in the path', () => {
  const auth = sharedSecret(current, { path: true })

  it('stands before the endpoint', async () => {
    const { crm, changes } = await serve({ auth })
    expect((await fetch(`${crm}/${encoded}/identity?${query}`)).status).toBe(202)
    expect(changes).toHaveLength(1)
  })

  it.each(['/identity', '/wrong/identity', '/%zz/identity', `/identity?secret=${encoded}`])(
    '401 for %s',
    async (path) => {
      const { crm, changes } = await serve({ auth })
      expect((await fetch(crm + path)).status).toBe(401)
      expect(changes).toEqual([])
    },
  )

  it('does not open paths that are not there', async () => {
    const { crm } = await serve({ auth })
    expect((await fetch(`${crm}/${encoded}/contact?${query}`)).status).toBe(404)
    expect((await fetch(`${crm}/${encoded}/test`)).status).toBe(404)
  })
})

describe('in a header', () => {
  it('is looked for there and nowhere else', async () => {
    const { crm } = await serve({ auth: sharedSecret(current, { header: 'X-Webhook-Secret' }) })
    const withHeader = (secret: string) => ({ headers: { 'x-webhook-secret': secret } })
    expect((await fetch(`${crm}/identity?${query}`, withHeader(current))).status).toBe(202)
    expect((await fetch(`${crm}/identity?${query}`, withHeader(former))).status).toBe(401)
    expect((await fetch(`${crm}/identity?secret=${encoded}&${query}`)).status).toBe(401)
  })
})

describe('401', () => {
  it('is the same whatever is wrong, before anything is read', async () => {
    const { crm, changes } = await serve({ auth: sharedSecret(current), test: true })
    const answers = await Promise.all([
      read(fetch(`${crm}/identity?${query}`)),
      read(fetch(`${crm}/identity?secret=&${query}`)),
      read(fetch(`${crm}/identity?secret=${encoded}x&${query}`)),
      read(fetch(`${crm}/identity?secret=${encoded.toUpperCase()}&${query}`)),
      read(fetch(`${crm}/invoice?secret=wrong`)),
      read(fetch(`${crm}/quote`, { method: 'DELETE' })),
      read(fetch(`${crm}/identity`, json('{broken'))),
      read(fetch(`${crm}/identity`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })),
      read(fetch(`${crm}/test`)),
    ])
    for (const { status, text, headers } of answers) {
      expect({ status, text }).toEqual({ status: 401, text: '{"error":"unauthorized"}' })
      expect(headers.get('www-authenticate')).toBeNull()
    }
    expect(changes).toEqual([])
  })
})
