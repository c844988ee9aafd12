import { onTestFinished, vi } from 'vitest'

/** Stops the time of timers and `performance` for one test; what it returns lets some pass. Sockets work as usual. */
export function fakeTime(): (ms: number) => Promise<unknown> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  return (ms) => vi.advanceTimersByTimeAsync(ms)
}
