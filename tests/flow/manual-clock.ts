import type { Clock } from '@siagh-sync/sync-core'

export interface ManualClock extends Clock {
  /** Lets time pass, running what falls due on the way, each at its time. */
  advance(ms: number): Promise<void>
  /** Somebody sets it back. Timers wait no longer for that. */
  setBack(ms: number): void
}

/** A clock that stands still until it is told otherwise. */
export function manualClock(start = Date.parse('2025-12-21T10:00:00Z')): ManualClock {
  let now = start
  const timers = new Set<{ at: number; readonly run: () => void }>()

  const nextUntil = (end: number) =>
    [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]

  return {
    now: () => now,
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
        await settled()
      }
      now = end
    },
  }
}

/** Gives everything that is under way the time to finish: calls through msw take several turns of the event loop. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
