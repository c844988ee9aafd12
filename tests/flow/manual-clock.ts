import type { Clock } from '@siagh-sync/sync-core'

export interface ManualClock extends Clock {
  /** Lets time pass, running what falls due on the way, each at its time. */
  advance(ms: number): Promise<void>
  /** Resolves when all that can be done at this instant is done. */
  ended(): Promise<void>
  /** Somebody sets it back. Timers wait no longer for that. */
  setBack(ms: number): void
}

/** A clock that stands still until a test lets time pass. `ended` resolves when all that can be done at an instant is done. */
export function manualClock(ended: () => Promise<void> = async () => {}): ManualClock {
  let now = Date.parse('2025-12-21T10:00:00Z')
  const timers = new Set<{ at: number; readonly run: () => void }>()

  const nextUntil = (end: number) =>
    [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]

  return {
    now: () => now,
    ended,
    after(delayMs, run) {
      const timer = { at: now + delayMs, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    setBack(ms) {
      now -= ms
      for (const timer of timers) timer.at -= ms
    },
    async advance(ms) {
      const end = now + ms
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.run()
        await ended()
      }
      now = end
    },
  }
}
