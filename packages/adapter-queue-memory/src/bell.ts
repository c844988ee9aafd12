import type { Clock } from '@siagh-sync/sync-core'
import { createDelays } from './delays'
import { createLine } from './line'

/** The wake-ups of one topic: those that wait for their time, those that are due, and those being answered. */
export interface Bell {
  /** Asks for a wake-up of `key`; while one is waiting, the earlier of both times counts. */
  ring(key: string, delayMs: number): void
  /** The longest due key that nobody is answering, now being answered by the caller. */
  take(): string | undefined
  /** Ends what `take` began. */
  answered(key: string): void
  /** Calls `listener` whenever there may be something to take; the returned function ends that. */
  listen(listener: () => void): () => void
}

/** A silent bell. */
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
