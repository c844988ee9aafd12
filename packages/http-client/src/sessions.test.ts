import { afterEach, describe, expect, it, vi } from 'vitest'
import { json, localServer, type Respond } from '../test/local-server'
import { localTransport } from '../test/local-transport'
import { expectErr, expectOk } from '../../../test-support/results'

afterEach(() => vi.useRealTimers())

/** Logs in as session-1, session-2, …; knows the newest session alone, until `expire()`. */
async function sessionServer(login?: Respond) {
  let [logins, valid] = [0, '']
  const server = await localServer((seen, response, count) => {
    if (seen.path !== '/login') {
      json(response, seen.authorization === valid ? 200 : 401, { by: seen.authorization })
      return
    }
    if (login !== undefined) {
      login(seen, response, count)
      return
    }
    valid = `session-${++logins}`
    const answer = { id: valid }
    setTimeout(() => json(response, 200, answer), 20)
  })
  const expire = () => {
    valid = ''
  }
  return { ...server, expire }
}
const minute = 60_000

describe('the session', () => {
  it('is made by one login however many callers come at once', async () => {
    const server = await sessionServer()
    const { post, session, login } = localTransport(server.baseUrl)
    const answers = await Promise.all([post('/a'), post('/b'), session(), login(), post('/c', { kind: 'write' })])
    expect(answers.every((answer) => answer.isOk())).toBe(true)
    expect(server.to('/login')).toHaveLength(1)
  })

  it('is renewed by one login when many callers meet a 401 at once, and each repeats once', async () => {
    const server = await sessionServer()
    const { post, session } = localTransport(server.baseUrl)
    expect((await session()).isOk()).toBe(true)
    server.expire()
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => post(`/${index}`, { kind: 'write' })))
    expect(answers.map((answer) => expectOk(answer))).toEqual(Array(8).fill({ by: 'session-2' }))
    expect(server.to('/login')).toHaveLength(2)
    expect(server.seen).toHaveLength(2 + 16)
  })

  it('is not renewed again for a 401 that belongs to the one before', async () => {
    let answerLate = () => undefined as unknown
    let lateArrived: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => (lateArrived = resolve))
    let logins = 0
    const server = await localServer((seen, response) => {
      if (seen.path === '/login') {
        json(response, 200, { id: `session-${++logins}` })
        return
      }
      const refuse = () => json(response, 401, {})
      if (seen.authorization !== 'session-1') {
        json(response, 200, {})
        return
      }
      if (seen.path !== '/late') {
        refuse()
        return
      }
      answerLate = refuse
      lateArrived()
    })
    const { post } = localTransport(server.baseUrl)
    const late = post('/late')
    await arrived
    expect((await post('/early')).isOk()).toBe(true)
    answerLate()
    expect((await late).isOk()).toBe(true)
    expect(logins).toBe(2)
  })

  it('that is refused although it is fresh makes calls wait a minute, and is unauthorized from the second time on', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await localServer((seen, response) =>
      json(response, seen.path === '/login' ? 200 : 401, { id: 'session' }),
    )
    const { post } = localTransport(server.baseUrl)
    const refusedFourTimes = async (error: object) => {
      for (let call = 0; call < 4; call++) expect(expectErr(await post('/x', { kind: 'write' }))).toMatchObject(error)
    }
    await refusedFourTimes({ kind: 'unavailable', retryAfterMs: minute })
    expect(server.to('/login')).toHaveLength(2)
    vi.advanceTimersByTime(minute)
    await refusedFourTimes({ kind: 'unauthorized', retryable: false })
    expect(server.to('/login')).toHaveLength(3)
  })

  it('that ends twice during eight calls makes them wait a minute, and then all is well', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    let valid = 0
    let logins = 0
    const server = await localServer((seen, response) => {
      if (seen.path === '/login') valid = ++logins
      const isFresh = seen.path === '/login' || seen.authorization === `session-${valid}`
      // The second session ends before any call has used it.
      if (logins === 2 && seen.path === '/login') valid = 0
      json(response, isFresh ? 200 : 401, { id: `session-${logins}` })
    })
    const { post, session } = localTransport(server.baseUrl)
    expect((await session()).isOk()).toBe(true)
    valid = 0
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => post(`/${i}`)))
    for (const answer of answers) expect(expectErr(answer)).toMatchObject({ kind: 'unavailable' })
    vi.advanceTimersByTime(minute)
    expect((await post('/later')).isOk()).toBe(true)
    expect(logins).toBe(3)
  })

  it('that was in use and ends during the repeated call is renewed by the next one at once', async () => {
    let [logins, valid, slow] = [0, '', 0]
    let used = () => {}
    const isInUse = new Promise<void>((resolve) => (used = resolve))
    const server = await localServer((seen, response) => {
      if (seen.path === '/login') {
        valid = `session-${++logins}`
        json(response, 200, { id: valid })
      } else if (seen.path === '/slow' && ++slow === 2) {
        void isInUse.then(() => {
          valid = ''
          json(response, 401, {})
        })
      } else json(response, seen.authorization === valid ? 200 : 401, {})
    })
    const { post, session } = localTransport(server.baseUrl)
    expect((await session()).isOk()).toBe(true)
    valid = ''
    const repeated = post('/slow', { kind: 'write' })
    await vi.waitFor(() => expect(slow).toBe(2))
    expect((await post('/other')).isOk()).toBe(true)
    used()
    expect(expectErr(await repeated)).toMatchObject({ kind: 'unavailable', retryAfterMs: 1_000 })
    expect((await post('/later')).isOk()).toBe(true)
    expect(logins).toBe(3)
  })

  it('is not used past its end, but one that looks expired on arrival is', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const { createTransport } = await import('./index')
    const { ok } = await import('neverthrow')
    let logins = 0
    const make = (lifeMs: number) =>
      createTransport<number>({
        system: 'crm',
        fetch: () => Promise.resolve(Response.json({ login: ++logins })),
        login: {
          send: async (fetch) => ({ response: await fetch(new Request('http://crm.test/login')) }),
          read: () => ok(Date.now() + lifeMs),
        },
        authorization: (end) => `Bearer ${end}`,
        expiresAt: (end) => end,
      })
    const short = make(1000)
    expect((await short.session()).isOk()).toBe(true)
    expect((await short.session()).isOk()).toBe(true)
    expect(logins).toBe(1)
    vi.advanceTimersByTime(1001)
    expect((await short.session()).isOk()).toBe(true)
    expect(logins).toBe(2)
    const past = make(-5000)
    expect((await past.session()).isOk()).toBe(true)
    expect((await past.session()).isOk()).toBe(true)
    expect(logins).toBe(3)
  })
})

describe('a refused login', () => {
  it.each([401, 402, 400])(
    'is remembered after HTTP %i: nobody sends another for a minute, login() included',
    async (status) => {
      vi.useFakeTimers({ toFake: ['Date', 'performance'] })
      const server = await sessionServer((_, response) =>
        json(response, status, { Message: 'Invalid username or password' }),
      )
      const { post, login, session, events } = localTransport(server.baseUrl)
      const first = expectErr(await post('/x'))
      expect(first).toMatchObject({ kind: 'unauthorized', retryable: false })
      for (const again of [login(), session(), post('/x', { kind: 'write' })])
        expect(expectErr(await again)).toEqual(first)
      expect(server.seen).toHaveLength(1)
      expect(events).toContainEqual({ kind: 'login', system: 'siagh', outcome: 'refused', retryAfterMs: minute })
      vi.advanceTimersByTime(minute)
      expect((await login()).isErr()).toBe(true)
      vi.advanceTimersByTime(minute)
      expect((await login()).isErr()).toBe(true)
      expect(server.seen).toHaveLength(2)
    },
  )

  it('is no word about the record of a call where the login has no address', async () => {
    const server = await sessionServer((_, response) => json(response, 404, {}))
    const { post } = localTransport(server.baseUrl)
    for (const kind of ['read', 'write'] as const) {
      expect(expectErr(await post('/x', { kind }))).toMatchObject({
        kind: 'unavailable',
        status: 404,
        retryAfterMs: expect.any(Number),
      })
    }
    expect(server.seen).toHaveLength(1)
  })

  it('of a locked account defers everybody for 30 minutes', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await sessionServer((_, response) => json(response, 403, {}))
    const { post, login, events } = localTransport(server.baseUrl)
    expect(expectErr(await post('/x', { kind: 'write' }))).toMatchObject({
      kind: 'unavailable',
      status: 403,
      retryAfterMs: 30 * minute,
    })
    vi.advanceTimersByTime(29 * minute)
    expect(expectErr(await login())).toMatchObject({ kind: 'unavailable', retryAfterMs: minute })
    expect(server.seen).toHaveLength(1)
    expect(events).toContainEqual({ kind: 'login', system: 'siagh', outcome: 'locked', retryAfterMs: 30 * minute })
  })

  it('by a server that is down is tried again by the next caller, and once per caller', async () => {
    const server = await sessionServer((_, response, count) => json(response, count === 1 ? 503 : 200, { id: 's' }))
    const { session } = localTransport(server.baseUrl)
    expect(expectErr(await session())).toMatchObject({ kind: 'unavailable', status: 503 })
    expect(server.seen).toHaveLength(1)
    expect((await session()).isOk()).toBe(true)
  })
})
