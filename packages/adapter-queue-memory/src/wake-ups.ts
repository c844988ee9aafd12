import type { Clock } from '@siagh-sync/sync-core'
import { createDelays } from './delays'
import { createLine } from './line'

/**
 * The wake-ups of one topic: those that wait for their time, those that are due, and those that a worker is handling.
 */
export interface WakeUps {
  /** Requests a wake-up of `key`. If one is already waiting, the earlier time counts. */
  add(key: string, delayMs: number): void
  /** The key that is due for the longest time and is not being handled. The caller handles it now. */
  take(): string | undefined
  /** Ends the handling that `take` has begun. */
  handled(key: string): void
  /** Calls `listener` whenever there may be a key to take. The returned function stops that. */
  listen(listener: () => void): () => void
}

/** Creates the wake-ups of a topic, none at first. */
export function createWakeUps(clock: Clock): WakeUps {
  const due = createLine()
  const underWay = new Set<string>()
  const addedMeanwhile = new Set<string>()
  const listeners = new Set<() => void>()

  const fallDue = (key: string) => {
    if (underWay.has(key)) addedMeanwhile.add(key)
    else due.join(key)
    for (const listener of listeners) listener()
  }
  const delay = createDelays(clock, fallDue)

  return {
    add(key, delayMs) {
      if (due.has(key) || addedMeanwhile.has(key)) return
      delay(key, delayMs > 0 ? delayMs : 0)
    },
    take() {
      const key = due.leave()
      if (key !== undefined) underWay.add(key)
      return key
    },
    handled(key) {
      underWay.delete(key)
      if (addedMeanwhile.delete(key)) fallDue(key)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
