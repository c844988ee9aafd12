import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { json, localServer } from '../test/local-server'
import { fakeTime } from '../test/fake-time'
import { localTransport } from '../test/local-transport'
import { expectErr, expectOk } from '../../../test-support/results'

const signedIn = { id: 'session-1' }

/** Answers `/x` with these statuses in turn, the last one for ever. */
function statuses(...list: number[]) {
  return localServer((seen, response, count) => {
    if (seen.path === '/login') {
      json(response, 200, signedIn)
      return
    }
    const status = list[Math.min(count, list.length) - 1] ?? 200
    json(response, status, { done: status === 200 })
  })
}

describe('a read', () => {
  it.each([429, 408, 500, 502, 503])('is repeated after HTTP %i', async (status) => {
    const server = await statuses(status, status, 200)
    const answer = await localTransport(server.baseUrl).post('/x')
    expect(expectOk(answer)).toEqual({ done: true })
    expect(server.to('/x')).toHaveLength(3)
  })

  it('is repeated after a reset in the middle of the body', async () => {
    const server = await localServer((seen, response, count) => {
      if (seen.path === '/login' || count === 2) {
        json(response, 200, signedIn)
        return
      }
      response.writeHead(200, { 'content-length': '100' }).write('{"half')
      setTimeout(() => response.destroy(), 20)
    })
    expect((await localTransport(server.baseUrl).post('/x')).isOk()).toBe(true)
    expect(server.to('/x')).toHaveLength(2)
  })

  it('gives up after the attempts and tells the status', async () => {
    const server = await statuses(503)
    const { post, events } = localTransport(server.baseUrl, { retry: { attempts: 2, firstDelayMs: 0, maxDelayMs: 0 } })
    expect(expectErr(await post('/x'))).toMatchObject({ kind: 'unavailable', retryable: true, status: 503 })
    expect(server.to('/x')).toHaveLength(2)
    expect(events).toContainEqual({ kind: 'retry', system: 'siagh', attempt: 1, delayMs: 0, reason: 'HTTP 503' })
  })

  it.each([400, 404, 409, 422])('is not repeated after HTTP %i', async (status) => {
    const server = await statuses(status)
    expect((await localTransport(server.baseUrl).post('/x')).isErr()).toBe(true)
    expect(server.to('/x')).toHaveLength(1)
  })
})

describe('a write', () => {
  it.each([408, 500, 503])('is sent once and left open after HTTP %i', async (status) => {
    const server = await statuses(status)
    const answer = await localTransport(server.baseUrl).post('/x', { kind: 'write' })
    expect(expectErr(answer)).toMatchObject({ kind: 'outcome_unknown', retryable: true })
    expect(server.to('/x')).toHaveLength(1)
  })

  it('is sent once and left open after a reset', async () => {
    const server = await localServer((seen, response) => {
      if (seen.path === '/login') {
        json(response, 200, signedIn)
        return
      }
      response.destroy()
    })
    const answer = await localTransport(server.baseUrl).post('/x', { kind: 'write' })
    expect(expectErr(answer)).toMatchObject({ kind: 'outcome_unknown' })
    expect(server.to('/x')).toHaveLength(1)
  })

  it('keeps its body byte for byte when a 429 has it repeated', async () => {
    const server = await statuses(429, 429, 200)
    const body = { name: 'علی‌ رضا ي ك ۱۲۳ 👩‍🔧', long: 'آ|='.repeat(70_000) }
    const answer = await localTransport(server.baseUrl).post('/x', { kind: 'write', body })
    expect(answer.isOk()).toBe(true)
    expect(server.to('/x').map((seen) => seen.body === JSON.stringify(body))).toEqual([true, true, true])
    expect(new Set(server.to('/x').map((seen) => `${seen.method} ${seen.contentType} ${seen.authorization}`))).toEqual(
      new Set(['POST application/json session-1']),
    )
  })

  it('is repeated after a refused connection, where nothing was sent', async () => {
    const server = await statuses(200)
    let refusals = 0
    const fetchOnceRefused: typeof fetch = async (input, init) => {
      if (new Request(input).url.endsWith('/x') && refusals++ < 2)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) })
      return fetch(input, init)
    }
    const answer = await localTransport(server.baseUrl, { fetch: fetchOnceRefused }).post('/x', { kind: 'write' })
    expect(answer.isOk() ? refusals : answer.error).toBe(3)
  })

  it('is unavailable, not open, when the server cannot be reached at all', async () => {
    const listener = createServer().listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    listener.close()
    const answer = await localTransport(`http://127.0.0.1:${port}`).post('/x', { kind: 'write' })
    expect(expectErr(answer)).toMatchObject({
      kind: 'unavailable',
      message: 'The connection failed (ECONNREFUSED)',
    })
  })
})

describe('Retry-After', () => {
  const asking = (seconds: string, status: number) =>
    localServer((seen, response, count) => {
      if (seen.path === '/login' || count === 2) {
        json(response, 200, signedIn)
        return
      }
      json(response, status, {}, { 'retry-after': seconds })
    })

  it('is waited for when it is within the longest delay', async () => {
    const server = await asking('1', 429)
    const pass = fakeTime()
    const { post, events } = localTransport(server.baseUrl, { retry: { firstDelayMs: 0, maxDelayMs: 2000 } })
    const answer = post('/x')
    await expect.poll(() => events.map(({ kind }) => kind)).toContain('retry')
    await pass(999)
    expect(server.to('/x')).toHaveLength(1)
    await pass(1)
    expect((await answer).isOk()).toBe(true)
  })

  it('is handed to the caller when it is longer, and nothing waits', async () => {
    const limited = await asking('60', 429)
    expect(expectErr(await localTransport(limited.baseUrl).post('/x', { kind: 'write' }))).toMatchObject({
      kind: 'rate_limited',
      retryAfterMs: 60_000,
    })
    const down = await asking('60', 503)
    expect(expectErr(await localTransport(down.baseUrl).post('/x'))).toMatchObject({
      kind: 'unavailable',
      status: 503,
      retryAfterMs: 60_000,
    })
    expect([limited.to('/x').length, down.to('/x').length]).toEqual([1, 1])
  })
})

describe('a pause that is too long to be meant', () => {
  it.each([
    [429, { kind: 'rate_limited' }],
    [503, { kind: 'unavailable' }],
  ])('is cut to 15 minutes after HTTP %i, and the message tells what was asked for', async (status, error) => {
    const server = await localServer((seen, response) =>
      seen.path === '/login'
        ? json(response, 200, { id: 'session-1' })
        : json(response, status, {}, { 'retry-after': '86400' }),
    )
    const { post } = localTransport(server.baseUrl)
    const answer = expectErr(await post('/x'))
    expect(answer).toMatchObject({ ...error, retryAfterMs: 15 * 60_000 })
    expect('message' in answer && answer.message).toContain('of 86400 seconds, which is cut to 900 seconds')
    const short = localTransport(server.baseUrl, { maxRetryAfterMs: 60_000 })
    expect(expectErr(await short.post('/x'))).toMatchObject({ ...error, retryAfterMs: 60_000 })
  })
})
