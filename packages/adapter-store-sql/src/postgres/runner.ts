import type { Store, StoreUnavailable } from '@siagh-sync/sync-core'
import { ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'
import { unavailable, type Runner } from '../ports/runner'
import type { Ask } from './ask'
import { isRace } from './sql-state'

const TRIES = 5

/** Runs operations through `ask` until `close`. `close` waits for the operations under way. */
export function createPostgresRunner(ask: Ask): {
  readonly runner: Runner
  /** Runs other work that has to end before the store is closed. */
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
    // The statement itself says whether its commit waits for the disk: see `unsynced` in ./dialect.ts.
    runner: { read: run, write: run, writeWhole: run, writeUnsynced: run },
    whileOpen,
    close() {
      closed = true
      return ResultAsync.fromSafePromise(Promise.allSettled(underWay)).map(() => undefined)
    },
  }
}

/**
 * Runs the one statement of an operation. Runs it again if it lost a race. If the answer is lost, the statement is
 * not repeated here: it may or may not have been executed, and the caller of the port method repeats it. That is
 * safe. A repeated `begin` or `acquire` finds the lease taken until it runs out. A repeated `intend` finds another
 * version (`conflict`). A repeated `finish` finds the lease given back (`lease_lost`). A repeated `note` causes one
 * more run.
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

async function runOnce<T>(ask: Ask, operation: Operation<T>): Promise<T> {
  const first = operation.next([])
  if (first.done === true) return first.value
  const last = operation.next(await ask(first.value))
  if (last.done === true) return last.value
  throw new Error('an operation of two statements would be two transactions in PostgreSQL')
}
