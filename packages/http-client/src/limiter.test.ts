import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { takeOff } from './flight'
import { createLimiter } from './limiter'
import type { AttemptEnd } from './attempt-end'
import { settingsOf } from './settings'

const done: AttemptEnd = { kind: 'timeout' }
const read = { kind: 'read', signal: undefined, mayLeave: undefined, sink: undefined, maxBytes: 1 } as const

function limiterOf(rateLimit: { concurrency?: number; perSecond?: number }) {
  const limiter = createLimiter(settingsOf({ rateLimit }))
  const begun: string[] = []
  const begin = (name: string, ms = 0, signal?: AbortSignal) =>
    limiter(takeOff({ ...read, signal }), async () => {
      begun.push(name)
      await new Promise((resolve) => setTimeout(resolve, ms))
      return done
    })
  return { limiter, begin, begun }
}

describe('the limiter', () => {
  it('begins what waits in the order in which it came', async () => {
    const { begin, begun } = limiterOf({ concurrency: 1, perSecond: Infinity })
    const first = begin('a', 20)
    const rest = ['b', 'c', 'd'].map((name) => begin(name))
    void first.then(() => begin('late'))
    await Promise.all([first, ...rest])
    expect(begun.slice(0, 4)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lets the next one in after one that was cancelled while it waited', async () => {
    const { begin, begun } = limiterOf({ concurrency: 1, perSecond: Infinity })
    const controller = new AbortController()
    const first = begin('a', 30)
    const cancelled = begin('b', 0, controller.signal)
    const last = begin('c')
    controller.abort()
    expect(await cancelled).toEqual({ kind: 'aborted', sent: false })
    await Promise.all([first, last])
    expect(begun).toEqual(['a', 'c'])
  })

  it('gives a place back after an attempt that throws', async () => {
    const { limiter, begin } = limiterOf({ concurrency: 1 })
    await expect(limiter(takeOff(read), () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect(await begin('next')).toBe(done)
  })

  it('lets no window of a second hold more than so many beginnings', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const { begin } = limiterOf({ concurrency: 2, perSecond: 3 })
    const times: number[] = []
    const noting = () => begin('x').then(() => times.push(performance.now()))
    const start = performance.now()
    const first = noting()
    await vi.advanceTimersByTimeAsync(600)
    const others = Promise.all(Array.from({ length: 5 }, noting))
    await vi.advanceTimersByTimeAsync(2_000)
    await Promise.all([first, others])
    // A window that starts anew each second would let the fourth begin 400 ms after the second.
    expect(times.map((at) => Math.round((at - start) / 10) * 10)).toEqual([0, 600, 600, 1_000, 1_600, 1_600])
  })
})
