import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { json, localServer, type Respond } from '../test/local-server'
import { fakeTime } from '../test/fake-time'
import { localTransport } from '../test/local-transport'
import { expectErr } from '../../../test-support/results'

const withLogin = (respond: Respond) =>
  localServer((seen, response, count) => {
    if (seen.path === '/login') {
      json(response, 200, { id: 'session-1' })
      return
    }
    respond(seen, response, count)
  })
const once = { attempts: 1 }

describe('the time limit', () => {
  it('ends a call that gets no answer', async () => {
    const server = await withLogin(() => undefined)
    const { post } = localTransport(server.baseUrl, { timeoutMs: 400, retry: once })
    expect(expectErr(await post('/x'))).toMatchObject({ kind: 'unavailable' })
    expect(expectErr(await post('/x', { kind: 'write' }))).toMatchObject({ kind: 'outcome_unknown' })
  })

  it('covers a body that trickles in', async () => {
    const server = await withLogin((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    })
    const { post } = localTransport(server.baseUrl, { timeoutMs: 400, retry: once })
    expect(expectErr(await post('/x'))).toMatchObject({
      kind: 'unavailable',
      message: 'No complete answer came in time',
    })
  })

  it('ends a call even where the fetch in use ignores its signal', async () => {
    const deaf: typeof fetch = (input) =>
      new Request(input).url.endsWith('/login')
        ? Promise.resolve(Response.json({ id: 's' }))
        : new Promise(() => undefined)
    const { post } = localTransport('http://siagh.test', { timeoutMs: 30, retry: once, fetch: deaf })
    expect(expectErr(await post('/x'))).toMatchObject({ kind: 'unavailable' })
  })

  it('does not count the wait for a turn', async () => {
    const server = await withLogin((_, response) => setTimeout(() => json(response, 200, {}), 100))
    const patient = localTransport(server.baseUrl, { timeoutMs: 500, retry: once, rateLimit: { concurrency: 1 } })
    expect((await patient.session()).isOk()).toBe(true)
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => patient.post('/x')))
    expect(answers.every((answer) => answer.isOk())).toBe(true)
  })
})

describe('the size limit', () => {
  const big = JSON.stringify('x'.repeat(5000))
  const bodies: Record<string, Respond> = {
    'a declared length': (_, response) => response.writeHead(200, { 'content-length': String(big.length) }).end(big),
    'no declared length': (_, response) => response.writeHead(200, { 'transfer-encoding': 'chunked' }).end(big),
    'a small body that unfolds': (_, response) => {
      const packed = gzipSync(big)
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': String(packed.length) }).end(packed)
    },
  }

  it.each(Object.keys(bodies))('stops an answer with %s', async (name) => {
    const server = await withLogin(bodies[name] ?? (() => undefined))
    const { post } = localTransport(server.baseUrl, { maxResponseBytes: 4000 })
    expect(expectErr(await post('/x'))).toMatchObject({
      kind: 'malformed',
      message: 'The answer is longer than the limit',
    })
    expect(expectErr(await post('/x', { kind: 'write' }))).toMatchObject({ kind: 'outcome_unknown' })
    expect((await localTransport(server.baseUrl, { maxResponseBytes: 6000 }).post('/x')).isOk()).toBe(true)
  })
})

describe('the rate limit', () => {
  it('keeps to the number of calls at a time', async () => {
    let [running, most] = [0, 0]
    const server = await withLogin((_, response) => {
      most = Math.max(most, ++running)
      setTimeout(() => {
        running--
        json(response, 200, {})
      }, 20)
    })
    const { post } = localTransport(server.baseUrl, { rateLimit: { concurrency: 3 } })
    const answers = await Promise.all(Array.from({ length: 12 }, () => post('/x')))
    expect(most).toBe(3)
    expect(answers.every((answer) => answer.isOk())).toBe(true)
  })

  it('keeps to the number of calls within any second', async () => {
    const server = await withLogin((_, response) => json(response, 200, {}))
    const pass = fakeTime()
    const { post, session } = localTransport(server.baseUrl, { rateLimit: { perSecond: 5 } })
    expect((await session()).isOk()).toBe(true)
    await pass(1_000)
    const answers = Array.from({ length: 7 }, () => post('/x'))
    await Promise.all(answers.slice(0, 5))
    await pass(999)
    expect(server.to('/x')).toHaveLength(5)
    await pass(1)
    expect((await Promise.all(answers)).every((answer) => answer.isOk())).toBe(true)
  })
})

describe('a call that asks before it leaves', () => {
  it('is asked after the wait for its turn, and does not leave after a no', async () => {
    const server = await withLogin((_, response) => setTimeout(() => json(response, 200, {}), 50))
    const { post, session } = localTransport(server.baseUrl, { rateLimit: { concurrency: 1 } })
    expect((await session()).isOk()).toBe(true)
    let mayLeave = true
    const before = post('/before', { kind: 'write' })
    const waiting = post('/waiting', { kind: 'write', mayLeave: () => mayLeave })
    mayLeave = false
    expect((await before).isOk()).toBe(true)
    expect(expectErr(await waiting)).toMatchObject({ kind: 'unavailable' })
    expect(server.to('/waiting')).toHaveLength(0)
  })

  it('is asked anew before it is repeated', async () => {
    const server = await withLogin((_, response) => json(response, 429, {}))
    const { post } = localTransport(server.baseUrl)
    let asked = 0
    const refused = await post('/x', { kind: 'write', mayLeave: () => ++asked === 1 })
    expect(expectErr(refused)).toMatchObject({ kind: 'unavailable' })
    expect(server.to('/x')).toHaveLength(1)
  })
})
