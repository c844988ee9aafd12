import type { Clock } from '@siagh-sync/sync-core'
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

/** `setTimeout` fires at once when asked to wait longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A silent bell. */
export function createBell(clock: Clock): Bell {
  const waiting = new Map<string, { readonly dueAt: number; readonly cancel: () => void }>()
  const due = createLine()
  const underWay = new Set<string>()
  const rungMeanwhile = new Set<string>()
  const listeners = new Set<() => void>()

  const fall = (key: string) => {
    waiting.delete(key)
    if (underWay.has(key)) rungMeanwhile.add(key)
    else due.join(key)
    for (const listener of listeners) listener()
  }

  const schedule = (key: string, dueAt: number) => {
    const delayMs = dueAt - clock.now()
    waiting.get(key)?.cancel()
    if (delayMs <= 0) return fall(key)
    const cancel = clock.after(Math.min(delayMs, LONGEST_TIMER_MS), () => schedule(key, dueAt))
    waiting.set(key, { dueAt, cancel })
  }

  return {
    ring(key, delayMs) {
      const dueAt = clock.now() + (delayMs > 0 ? delayMs : 0)
      const earlier = waiting.get(key)
      if (due.has(key) || rungMeanwhile.has(key) || (earlier !== undefined && earlier.dueAt <= dueAt)) return
      schedule(key, dueAt)
    },
    take() {
      const key = due.leave()
      if (key !== undefined) underWay.add(key)
      return key
    },
    answered(key) {
      underWay.delete(key)
      if (rungMeanwhile.delete(key)) fall(key)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
