import { describe, expect, it } from 'vitest'
import { json, localServer } from '../test/local-server'
import { localTransport } from '../test/local-transport'
import { expectErr, expectOk } from '../../../test-support/results'

/** Never answers `/x`; aborts the controller as soon as the request to `path` is there. */
async function abortingAt(path: string) {
  const controller = new AbortController()
  const server = await localServer((seen, response) => {
    if (seen.path === path) controller.abort()
    if (seen.path === '/login' && path !== '/login') json(response, 200, { id: 'session-1' })
  })
  return { ...server, signal: controller.signal }
}

describe('a cancelled call', () => {
  it('sends nothing when it was cancelled before', async () => {
    const server = await abortingAt('/never')
    const { post } = localTransport(server.baseUrl)
    const answer = await post('/x', { kind: 'write', signal: AbortSignal.abort() })
    expect(expectErr(answer)).toMatchObject({ kind: 'unavailable', message: 'The call was cancelled' })
    expect(server.seen).toEqual([])
  })

  it('is unavailable as a read and open as a write once it has left', async () => {
    const read = await abortingAt('/x')
    expect(expectErr(await localTransport(read.baseUrl).post('/x', { signal: read.signal }))).toMatchObject({
      kind: 'unavailable',
    })
    const write = await abortingAt('/x')
    expect(
      expectErr(await localTransport(write.baseUrl).post('/x', { kind: 'write', signal: write.signal })),
    ).toMatchObject({ kind: 'outcome_unknown' })
  })

  it('is not open as a write that still waits for the login', async () => {
    const server = await abortingAt('/login')
    const answer = await localTransport(server.baseUrl).post('/x', { kind: 'write', signal: server.signal })
    expect(expectErr(answer)).toMatchObject({ kind: 'unavailable' })
    expect(server.to('/x')).toEqual([])
  })

  it('is not open as a write that still waits for its turn, and is never sent later', async () => {
    let arrived: (answer: () => void) => void = () => undefined
    const slowArrived = new Promise<() => void>((resolve) => (arrived = resolve))
    const server = await localServer((seen, response) => {
      const answer = () => json(response, 200, { id: 'session-1' })
      if (seen.path === '/slow') arrived(answer)
      else answer()
    })
    const { post, session } = localTransport(server.baseUrl, { rateLimit: { concurrency: 1 } })
    expect((await session()).isOk()).toBe(true)
    const slow = post('/slow')
    const release = await slowArrived
    const controller = new AbortController()
    const waiting = post('/x', { kind: 'write', signal: controller.signal })
    setTimeout(() => controller.abort(), 30)
    expect(expectErr(await waiting)).toMatchObject({ kind: 'unavailable' })
    release()
    expect((await slow).isOk()).toBe(true)
    expect((await post('/y')).isOk()).toBe(true)
    expect(server.to('/x')).toEqual([])
  })

  it('ends at once while it waits between attempts', async () => {
    const server = await localServer((seen, response) =>
      json(response, seen.path === '/login' ? 200 : 503, { id: 's' }),
    )
    const controller = new AbortController()
    const { post } = localTransport(server.baseUrl, {
      retry: { firstDelayMs: 60_000, maxDelayMs: 60_000 },
      onEvent: ({ kind }) => kind === 'retry' && controller.abort(),
    })
    expect(expectErr(await post('/x', { signal: controller.signal }))).toMatchObject({ kind: 'unavailable' })
    expect(server.to('/x')).toHaveLength(1)
  }, 5000)

  it('leaves the login to the others who wait for it', async () => {
    const server = await localServer((_, response) => setTimeout(() => json(response, 200, { id: 'session-1' }), 60))
    const { session } = localTransport(server.baseUrl)
    const controller = new AbortController()
    const [cancelled, patient] = [session({ signal: controller.signal }), session()]
    controller.abort()
    expect(expectErr(await cancelled)).toMatchObject({ kind: 'unavailable' })
    expect(expectOk(await patient)).toEqual({ id: 'session-1' })
    expect(server.to('/login')).toHaveLength(1)
  })
})
