import { afterEach, describe, expect, it, vi } from 'vitest'
import { json, localServer } from '../test/local-server'
import { localTransport } from '../test/local-transport'
import { expectErr } from '../../../test-support/results'

afterEach(() => vi.useRealTimers())

const options = { circuit: { failures: 3, openMs: 1000 }, retry: { attempts: 1 } }

async function switchedServer(status: number) {
  const state = { status, waitMs: 0 }
  const server = await localServer((seen, response) => {
    if (seen.path === '/login') {
      json(response, 200, { id: 's' })
      return
    }
    setTimeout(() => json(response, state.status, {}), state.waitMs)
  })
  return { ...server, state }
}

describe('the circuit', () => {
  it('opens after so many failures in a row and then answers at once, without a call', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await switchedServer(500)
    const { post, events } = localTransport(server.baseUrl, options)
    for (let call = 0; call < 3; call++) expect((await post('/x')).isErr()).toBe(true)
    vi.advanceTimersByTime(400)
    expect(expectErr(await post('/x', { kind: 'write' }))).toMatchObject({
      kind: 'unavailable',
      retryAfterMs: 600,
    })
    expect(server.to('/x')).toHaveLength(3)
    expect(events).toContainEqual({ kind: 'circuit', system: 'siagh', state: 'open' })
  })

  it('lets one call through when its time is over, refuses the others meanwhile, and closes on success', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await switchedServer(500)
    const { post, events } = localTransport(server.baseUrl, options)
    for (let call = 0; call < 3; call++) expect((await post('/x')).isErr()).toBe(true)
    vi.advanceTimersByTime(1000)
    Object.assign(server.state, { status: 200, waitMs: 50 })
    const answers = await Promise.all([post('/x'), post('/x'), post('/x')])
    expect(answers.map((answer) => answer.isOk())).toEqual([true, false, false])
    expect(server.to('/x')).toHaveLength(4)
    expect((await post('/x')).isOk()).toBe(true)
    expect(events.filter(({ kind }) => kind === 'circuit')).toMatchObject([
      { state: 'open' },
      { state: 'half_open' },
      { state: 'closed' },
    ])
  })

  it.each([-30, 30])('is open no longer where the clock is set by %i days meanwhile', async (days) => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await switchedServer(500)
    const { post } = localTransport(server.baseUrl, options)
    for (let call = 0; call < 3; call++) expect((await post('/x')).isErr()).toBe(true)
    server.state.status = 200
    vi.setSystemTime(Date.now() + days * 86_400_000)
    expect(expectErr(await post('/x'))).toMatchObject({ kind: 'unavailable', retryAfterMs: 1000 })
    vi.advanceTimersByTime(1000)
    expect((await post('/x')).isOk()).toBe(true)
  })

  it('opens again when the probe fails or is cancelled', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const server = await switchedServer(500)
    const { post } = localTransport(server.baseUrl, options)
    for (let call = 0; call < 3; call++) expect((await post('/x')).isErr()).toBe(true)
    vi.advanceTimersByTime(1000)
    expect((await post('/x')).isErr()).toBe(true)
    expect(expectErr(await post('/x'))).toMatchObject({ retryAfterMs: 1000 })
    vi.advanceTimersByTime(1000)
    server.state.waitMs = 60_000
    const controller = new AbortController()
    const probe = post('/x', { signal: controller.signal })
    await vi.waitFor(() => expect(server.to('/x')).toHaveLength(5))
    controller.abort()
    expect((await probe).isErr()).toBe(true)
    expect(expectErr(await post('/x'))).toMatchObject({ kind: 'unavailable', retryAfterMs: 1000 })
  })

  it.each([400, 404, 429])('does not mind HTTP %i', async (status) => {
    const server = await switchedServer(status)
    const { post } = localTransport(server.baseUrl, options)
    for (let call = 0; call < 5; call++) expect((await post('/x')).isErr()).toBe(true)
    expect(server.to('/x')).toHaveLength(5)
  })
})
