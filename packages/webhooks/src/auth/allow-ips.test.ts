import { describe, expect, it } from 'vitest'
import { id, mount, read } from '../../test/mount'
import { allOf, allowIps, anyOf, sharedSecret, type Authenticator } from '../index'

const verdict = (auth: Authenticator, remoteAddress: string, forwarded?: string) =>
  auth.check({
    method: 'GET',
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    query: new URLSearchParams(),
    ...(remoteAddress === '' ? {} : { remoteAddress }),
  })

describe('construction', () => {
  it.each(['10.0.0', '10.0.0.0/33', 'crm.example', '', '10'])('refuses "%s"', (ip) => {
    expect(() => allowIps([ip])).toThrow(/^allowIps/)
    expect(() => allowIps(['10.0.0.1'], { proxies: [ip] })).toThrow(/proxies/)
  })

  it('refuses an empty list', () => {
    expect(() => allowIps([])).toThrow(/at least one/)
  })
})

describe('without a proxy', () => {
  const auth = allowIps(['192.168.10.5', '10.1.0.0/16', '2001:db8::/32'])

  it.each(['192.168.10.5', '10.1.255.7', '::ffff:10.1.0.1', '2001:db8::7'])('accepts %s', (ip) => {
    expect(verdict(auth, ip)).toBe('accepted')
  })

  it.each(['192.168.10.6', '10.2.0.1', '::ffff:10.2.0.1', '2001:db9::1', '', 'nonsense'])('refuses "%s"', (ip) => {
    expect(verdict(auth, ip)).toBe('refused')
  })

  it('does not believe X-Forwarded-For', () => {
    expect(verdict(auth, '203.0.113.9', '192.168.10.5')).toBe('refused')
    expect(verdict(auth, '192.168.10.5', '203.0.113.9')).toBe('accepted')
  })
})

describe('behind stated proxies', () => {
  const auth = allowIps(['192.168.10.5'], { proxies: ['127.0.0.1', '10.9.0.0/24'] })

  it.each([
    '192.168.10.5',
    '192.168.10.5:50123',
    '203.0.113.9, 192.168.10.5',
    '192.168.10.5, 10.9.0.3',
    '[::ffff:192.168.10.5]:80',
  ])('finds the sender in "%s"', (forwarded) => {
    expect(verdict(auth, '127.0.0.1', forwarded)).toBe('accepted')
  })

  it.each(['192.168.10.5, 203.0.113.9', '192.168.10.5, unknown', 'unknown', '192.168.10.5,', ''])(
    'does not let a sender write itself in: "%s"',
    (forwarded) => {
      expect(verdict(auth, '127.0.0.1', forwarded)).toBe('refused')
    },
  )

  it('does not believe the header from anybody else', () => {
    expect(verdict(auth, '203.0.113.9', '192.168.10.5')).toBe('refused')
  })
})

describe('in a handler', () => {
  const auth = allowIps(['192.168.10.5'])
  const path = `/identity?event=Update&id=${id}`

  it('looks at the address that the framework hands over', async () => {
    const sender = mount({ auth, connection: { remoteAddress: '192.168.10.5' } })
    expect((await sender.call(path)).status).toBe(202)
    const another = mount({ auth, connection: { remoteAddress: '203.0.113.9' } })
    const forwarded = { headers: { 'x-forwarded-for': '192.168.10.5' } }
    expect((await another.call(path, forwarded)).status).toBe(401)
    expect(another.lines.map(({ message }) => message)).toEqual(['webhook answered'])
  })

  it.each([auth, anyOf(auth, sharedSecret('a-secret-of-16-letters')), allOf(auth)])(
    'refuses every request without an address, and the log says what is missing',
    async (each) => {
      const { call, lines, changes } = mount({ auth: each, connection: {} })
      const answer = await read(call(path, { headers: { 'x-forwarded-for': '192.168.10.5' } }))
      expect(answer).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' })
      expect(changes).toEqual([])
      expect(lines).toMatchObject([{ level: 'warn', message: expect.stringContaining('{ remoteAddress }') }])
    },
  )
})
