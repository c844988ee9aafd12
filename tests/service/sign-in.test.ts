import { join } from 'node:path'
import { resolveConfig, startService, type SiaghSyncConfig } from '@siagh-sync/service'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordingLogger } from '../../test-support/recording-logger'
import { expectOk } from '../../test-support/results'
import { temporaryFolder } from './trial/start'

const RECORD = '2b1f0c6e-0000-4000-8000-000000000001'
const RETRY = `/companies/default/failures/identity/${RECORD}/retry`
const PASSWORD = 'گذرواژه بلند سارا'

/** Made with the lowest cost that is accepted, so that the tests are fast. */
const hashes = {
  sara: '$scrypt$ln=14,r=8,p=1$ptn1/HjMr58DM4M2LfOCbQ$jisqOzf+3VIdKSoIZK4qdAbQPKbGx577na+Bdc7ju3U',
  reza: '$scrypt$ln=14,r=8,p=1$WgyIeWW62lh1Q0KmXY9K8w$YatFaek6FqMBureXb5dKTvF9I7NEYFAXE6PFwuWZmS0',
  other: '$scrypt$ln=14,r=8,p=1$yT4aY6dUV4WyR1w+j2BtQw$07jnuC4nUGZwiyar1G/D2FZX6lOMUWGWG3cfRLgrO1k',
}

/** A service on a store, whose two servers are not there. */
async function open(given: SiaghSyncConfig, file = join(temporaryFolder(), 'store.db')) {
  const config = expectOk(
    resolveConfig({
      siagh: { baseUrl: 'http://127.0.0.1:9', username: 'user', password: 'word' },
      crm: { baseUrl: 'http://127.0.0.1:9', username: 'user', password: 'word' },
      webhook: { secrets: ['a-secret-of-16-c'], port: 0 },
      store: { file },
      ...given,
    }),
  )
  const logger = recordingLogger()
  const service = expectOk(await startService(config, { logger }))
  let isOpen = true
  const stop = async () => {
    if (isOpen) await service.stop()
    isOpen = false
  }
  onTestFinished(stop)
  return { url: `${service.url}/api`, logger, stop, file }
}

const users = () =>
  [
    { name: 'سارا', role: 'operator', passwordHash: hashes.sara },
    { name: 'reza', role: 'viewer', passwordHash: hashes.reza },
  ] as const

interface Call {
  readonly method?: string
  readonly cookie?: string | undefined
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

async function call(url: string, path: string, { method = 'GET', cookie, headers = {}, body }: Call = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: JSON.parse(text), text }
}

async function signIn(url: string, name: string, password: string) {
  const answer = await call(url, '/session', { method: 'POST', body: { name, password } })
  const [cookie] = answer.headers.getSetCookie()
  return { ...answer, setCookie: cookie, cookie: cookie?.split(';')[0], csrf: String(answer.json.csrfToken) }
}

describe('a person who signs in', () => {
  it('gets a cookie that no script reads and no other site sends, and may do what the role allows', async () => {
    const { url, logger } = await open({ users: users() })
    const sara = await signIn(url, ' سارا', PASSWORD)
    expect(sara).toMatchObject({ status: 200, json: { name: 'سارا', role: 'operator', companies: ['default'] } })
    expect(sara.setCookie).toMatch(
      /^__Host-siagh-sync=[\w-]{16}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(sara.headers.get('cache-control')).toBe('no-store')

    const status = await call(url, '/companies/default/status', { cookie: sara.cookie })
    expect(status).toMatchObject({ status: 200, json: { company: 'default' } })
    const retry = { method: 'POST', cookie: sara.cookie, headers: { 'x-csrf-token': sara.csrf } }
    expect(await call(url, RETRY, retry)).toMatchObject({ status: 404, json: { error: 'not_failed' } })
    expect(JSON.stringify(logger.lines)).not.toContain(PASSWORD)
  })

  it('is known as the same person however the letters of the name were typed', async () => {
    const { url } = await open({ users: [{ name: 'علی کیانی', role: 'viewer', passwordHash: hashes.reza }] })
    expect((await signIn(url, 'علي كياني', 'password of reza')).status).toBe(200)
  })

  it('who may only look can change nothing, not even with a proof', async () => {
    const { url } = await open({ users: users() })
    const reza = await signIn(url, 'REZA', 'password of reza')
    expect(reza.json).toMatchObject({ role: 'viewer' })
    expect((await call(url, '/companies/default/failures', { cookie: reza.cookie })).status).toBe(200)
    for (const path of [RETRY, '/companies/default/failures/retry', '/companies/default/held/release']) {
      const denied = await call(url, path, {
        method: 'POST',
        cookie: reza.cookie,
        headers: { 'x-csrf-token': reza.csrf },
      })
      expect(denied).toMatchObject({ status: 403, json: { error: 'viewer', code: 'viewer_only_looks' } })
    }
  })

  it('stays signed in when the service starts again, and is out after signing out', async () => {
    const first = await open({ users: users() })
    const { cookie, csrf } = await signIn(first.url, 'سارا', PASSWORD)
    await first.stop()
    const { url } = await open({ users: users() }, first.file)
    expect((await call(url, '/session', { cookie })).json).toMatchObject({ name: 'سارا', csrfToken: csrf })
    const out = await call(url, '/session', { method: 'DELETE', cookie, headers: { 'x-csrf-token': csrf } })
    expect(out.status).toBe(200)
    expect(out.headers.getSetCookie()[0]).toMatch(/^__Host-siagh-sync=; Max-Age=0;/)
    expect((await call(url, '/session', { cookie })).status).toBe(401)
  })

  it.each([
    ['is no user any more', () => users().slice(1)],
    ['has a new password', () => [{ ...users()[0], passwordHash: hashes.other }]],
  ])('is out when the person %s', async (_, now) => {
    const first = await open({ users: users() })
    const { cookie } = await signIn(first.url, 'سارا', PASSWORD)
    await first.stop()
    const { url } = await open({ users: now() }, first.file)
    expect((await call(url, '/session', { cookie })).status).toBe(401)
  })
})

describe('a sign-in is refused', () => {
  it.each([
    ['a wrong password', { name: 'سارا', password: 'wrong password' }, 401, 'wrong_password'],
    ['a user that there is not', { name: 'somebody', password: PASSWORD }, 401, 'wrong_password'],
    ['no password', { name: 'سارا', password: '' }, 400, 'invalid_request'],
    ['a password of a megabyte', { name: 'سارا', password: 'a'.repeat(1_000_000) }, 400, 'invalid_request'],
    ['something else than text', { name: { $ne: '' }, password: { $ne: '' } }, 400, 'invalid_request'],
  ])('with %s', async (_, body, status, error) => {
    const { url } = await open({ users: users() })
    const answer = await call(url, '/session', { method: 'POST', body })
    expect(answer).toMatchObject({ status, json: { error } })
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('after five wrong passwords, also with the right one, and says how long to wait', async () => {
    const { url } = await open({ users: users() })
    const tries = []
    for (let nth = 0; nth < 7; nth += 1) tries.push((await signIn(url, 'سارا', `wrong ${nth}`)).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429])
    const right = await signIn(url, 'سارا', PASSWORD)
    expect(right).toMatchObject({ status: 429, json: { error: 'too_many_tries' } })
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(600)
    expect((await signIn(url, 'reza', 'password of reza')).status).toBe(200)
  })

  it('when many try at once: few passwords are looked at', async () => {
    const many = Array.from({ length: 30 }, (_, nth) => ({ ...users()[1], name: `user ${nth}` }))
    const { url } = await open({ users: many })
    const answers = await Promise.all(many.map(({ name }) => signIn(url, name, 'wrong password')))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(20)
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([])
  })
})

describe('a call without a right to it', () => {
  it.each([
    ['no cookie', undefined],
    ['a cookie that nobody has got', '__Host-siagh-sync=AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['a cookie that is a path', '__Host-siagh-sync=../../session'],
    ['a cookie without its prefix', 'siagh-sync=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ])('is not answered with %s', async (_, cookie) => {
    const { url } = await open({ users: users() })
    for (const path of ['/session', '/companies/default/status', '/companies/nowhere/status', '/nowhere']) {
      expect(await call(url, path, { cookie })).toMatchObject({ status: 401, json: { error: 'unauthorized' } })
    }
  })

  it.each([
    ['without the proof', {}],
    ['with another proof', { 'x-csrf-token': 'something' }],
    ['as a form of another page would come', { 'content-type': 'text/plain', origin: 'https://elsewhere.example' }],
  ])('changes nothing %s', async (_, headers) => {
    const { url } = await open({ users: users() })
    const { cookie } = await signIn(url, 'سارا', PASSWORD)
    const answer = await call(url, RETRY, { method: 'POST', cookie, headers })
    expect(answer).toMatchObject({ status: 403, json: { error: 'foreign_page' } })
  })

  it('changes nothing with the proof of another session', async () => {
    const { url } = await open({ users: users() })
    const [one, other] = [await signIn(url, 'سارا', PASSWORD), await signIn(url, 'سارا', PASSWORD)]
    const mixed = { method: 'POST', cookie: one.cookie, headers: { 'x-csrf-token': other.csrf } }
    expect((await call(url, RETRY, mixed)).status).toBe(403)
  })

  it('of a browser on another site is told nothing by which the browser would let it through', async () => {
    const { url } = await open({ users: users() })
    const asked = await call(url, RETRY, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'x-csrf-token' },
    })
    expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the sign-in of the application', () => {
  it('says who a person is, in place of users', async () => {
    const auth = (request: Request) =>
      request.headers.get('x-user') === 'sara' ? { name: 'sara', role: 'operator' as const } : null
    const { url } = await open({ auth })
    const headers = { 'x-user': 'sara' }
    expect((await call(url, '/session', { headers })).json).toMatchObject({ name: 'sara', role: 'operator' })
    expect((await call(url, '/session')).status).toBe(401)
    expect((await call(url, RETRY, { method: 'POST', headers })).status).toBe(403)
    expect((await call(url, RETRY, { method: 'POST', headers: { ...headers, 'x-csrf-token': 'own' } })).status).toBe(
      404,
    )
    expect((await call(url, '/session', { method: 'POST', body: { name: 'a', password: 'b' } })).status).toBe(401)
  })

  it('that fails lets nobody in and says nothing of why', async () => {
    const { url } = await open({
      auth: () => {
        throw new Error('the directory at ldap.internal is away')
      },
    })
    const answer = await call(url, '/companies/default/status')
    expect(answer).toMatchObject({ status: 500, json: { error: 'internal_error' } })
    expect(answer.text).not.toContain('ldap')
  })
})

it('is not there while nobody may use it', async () => {
  const { url } = await open({})
  expect((await fetch(`${url}/session`)).status).toBe(404)
})

it('leaves the globals of the process as they are', async () => {
  const before = { Request: globalThis.Request, Response: globalThis.Response }
  const { url } = await open({ users: users() })
  expect((await call(url, '/session')).status).toBe(401)
  expect(globalThis.Request).toBe(before.Request)
  expect(globalThis.Response).toBe(before.Response)
})
