import type { Clock } from '@siagh-sync/sync-core'
import { createDelays } from './delays'
import { createLine } from './line'

/**
 * The wake-ups of one topic: those that wait for their time, those that are due, and those that a worker is handling.
 */
export interface Bell {
  /** Requests a wake-up of `key`. If one is already waiting, the earlier time counts. */
  ring(key: string, delayMs: number): void
  /** The key that is due for the longest time and is not being handled. The caller handles it now. */
  take(): string | undefined
  /** Ends the handling that `take` has begun. */
  answered(key: string): void
  /** Calls `listener` whenever there may be a key to take. The returned function stops that. */
  listen(listener: () => void): () => void
}

/** Creates a bell without wake-ups. */
export function createBell(clock: Clock): Bell {
  const due = createLine()
  const underWay = new Set<string>()
  const rungMeanwhile = new Set<string>()
  const listeners = new Set<() => void>()

  const fallDue = (key: string) => {
    if (underWay.has(key)) rungMeanwhile.add(key)
    else due.join(key)
    for (const listener of listeners) listener()
  }
  const delay = createDelays(clock, fallDue)

  return {
    ring(key, delayMs) {
      if (due.has(key) || rungMeanwhile.has(key)) return
      delay(key, delayMs > 0 ? delayMs : 0)
    },
    take() {
      const key = due.leave()
      if (key !== undefined) underWay.add(key)
      return key
    },
    answered(key) {
      underWay.delete(key)
      if (rungMeanwhile.delete(key)) fallDue(key)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
