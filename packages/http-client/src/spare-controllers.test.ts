import { describe, expect, it } from 'vitest'
import { json, localServer } from '../test/local-server'
import { localTransport } from '../test/local-transport'

describe('the signals that fetch gets', () => {
  it('outlive a call, and none that was aborted is used again', async () => {
    const server = await localServer((seen, response) => {
      if (seen.path !== '/hang') json(response, 200, { id: 'session-1' })
    })
    const signals: AbortSignal[] = []
    const watched: typeof fetch = (input, init) => {
      if (init?.signal) {
        expect(init.signal.aborted).toBe(false)
        signals.push(init.signal)
      }
      return fetch(input, init)
    }
    const { post } = localTransport(server.baseUrl, { fetch: watched, timeoutMs: 2000, retry: { attempts: 1 } })
    expect((await post('/x')).isOk()).toBe(true)
    const cancel = new AbortController()
    const hanging = post('/hang', { signal: cancel.signal })
    const others = Array.from({ length: 5 }, () => post('/x'))
    expect((await Promise.all(others)).every((answer) => answer.isOk())).toBe(true)
    cancel.abort()
    expect((await hanging).isErr()).toBe(true)
    for (let call = 0; call < 30; call++) expect((await post('/x')).isOk()).toBe(true)
    expect(new Set(signals.filter((signal) => signal.aborted)).size).toBe(1)
    const uses = [...new Set(signals)].map((signal) => signals.filter((other) => other === signal).length)
    expect(Math.max(...uses)).toBe(8)
  })

  it('are not shared by two calls at a time', async () => {
    const server = await localServer((_, response) => setTimeout(() => json(response, 200, { id: 's' }), 30))
    const signals: unknown[] = []
    const watched: typeof fetch = (input, init) => {
      signals.push(init?.signal)
      return fetch(input, init)
    }
    const { post, session } = localTransport(server.baseUrl, { fetch: watched })
    expect((await session()).isOk()).toBe(true)
    signals.length = 0
    expect((await Promise.all([post('/x'), post('/x'), post('/x')])).every((answer) => answer.isOk())).toBe(true)
    expect(new Set(signals).size).toBe(3)
  })
})
