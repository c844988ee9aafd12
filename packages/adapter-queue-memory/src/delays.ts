import type { Clock } from '@siagh-sync/sync-core'

/** `setTimeout` with a longer time fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Returns a function that calls `onDue` once for `key` after `delayMs`. If it is called several times for a key, the
 * earliest time counts. A clock that is set meanwhile makes nothing wait longer.
 */
export function createDelays(clock: Clock, onDue: (key: string) => void): (key: string, delayMs: number) => void {
  const now = () => clock.elapsed?.() ?? clock.now()
  const waiting = new Map<string, { readonly dueAt: number; readonly cancel: () => void }>()

  const arm = (key: string, dueAt: number) => {
    const leftMs = dueAt - now()
    if (leftMs > 0) {
      const cancel = clock.after(Math.min(leftMs, LONGEST_TIMER_MS), () => arm(key, dueAt))
      waiting.set(key, { dueAt, cancel })
    } else {
      waiting.delete(key)
      onDue(key)
    }
  }

  return (key, delayMs) => {
    const dueAt = now() + delayMs
    const before = waiting.get(key)
    if (before !== undefined && before.dueAt <= dueAt) return
    before?.cancel()
    arm(key, dueAt)
  }
}
