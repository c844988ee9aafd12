import { setTimeout } from 'node:timers/promises'
import { isBusy } from './sqlite-codes'

// The pauses of SQLite's own busy handler. That handler would block the event loop.
const PAUSES_MS = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50]

/** How long to wait before the next try, after `tries` tries that found the lock taken. */
export const pauseAfter = (tries: number): number => PAUSES_MS[tries - 1] ?? 50

/**
 * Runs `run` again while another connection holds the lock, for at most `limitMs`. Between two tries the event loop
 * continues. Rejects with any other error of `run`.
 */
export async function whileBusy<T>(limitMs: number, run: () => T): Promise<T> {
  const end = performance.now() + limitMs
  for (let tries = 1; ; tries += 1) {
    try {
      return run()
    } catch (cause) {
      if (!isBusy(cause) || performance.now() >= end) throw cause
    }
    await setTimeout(pauseAfter(tries))
  }
}
