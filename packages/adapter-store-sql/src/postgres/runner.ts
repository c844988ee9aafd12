import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'
import { unavailable, type Runner } from '../ports/runner'
import type { Ask } from './ask'
import { isRace } from './sql-state'

const TRIES = 5

/** Runs operations through `ask` until `close`, which waits for those under way. */
export function createPostgresRunner(ask: Ask): {
  readonly runner: Runner
  /** Runs anything else that has to end before the store does. */
  readonly whileOpen: <T>(run: () => Promise<T>) => ResultAsync<T, StoreUnavailable>
  readonly close: Store['close']
} {
  const underWay = new Set<Promise<unknown>>()
  let closed = false

  const whileOpen = <T>(run: () => Promise<T>): ResultAsync<T, StoreUnavailable> => {
    const running = closed ? Promise.reject(new Error('the store is closed')) : run()
    underWay.add(running)
    const ended = running.finally(() => underWay.delete(running))
    return ResultAsync.fromPromise(ended, unavailable)
  }
  const run = <T>(operation: () => Operation<T>) => whileOpen(() => drive(ask, operation))

  return {
    // Whether a commit waits for the disk stands in the statement: see `unsynced` in ./dialect.ts.
    runner: { read: run, write: run, writeWhole: run, writeUnsynced: run },
    whileOpen,
    close() {
      closed = true
      return ResultAsync.fromSafePromise(Promise.allSettled(underWay)).map(() => undefined)
    },
  }
}

/**
 * Runs the one statement of an operation, again if it lost a race. An answer that was lost on the way is not asked for again here: what
 * it was about may or may not have happened, and the caller of a port method repeats it. That is safe, for a repeated `begin` or `acquire`
 * finds the lease taken until it runs out, a repeated `intend` finds another version (`conflict`), a repeated `finish` finds the lease given
 * back (`lease_lost`), and a repeated `note` makes one more run.
 */
async function drive<T>(ask: Ask, operation: () => Operation<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnce(ask, operation())
    } catch (cause) {
      if (!isRace(cause) || tries === TRIES) throw cause
    }
  }
}

async function runOnce<T>(ask: Ask, steps: Operation<T>): Promise<T> {
  const first = steps.next([])
  if (first.done === true) return first.value
  const last = steps.next(await ask(first.value))
  if (last.done === true) return last.value
  throw new Error('an operation of two statements would be two transactions in PostgreSQL')
}
