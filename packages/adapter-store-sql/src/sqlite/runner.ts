import type { Clock, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type Database from 'better-sqlite3'
import { err, ok, Result, ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'
import { unavailable, type Runner } from '../ports/runner'
import { closeDatabase, emptyLog } from './close-database'
import type { Condition } from './condition'
import { createExecute } from './execute'
import { createGroupCommit } from './group-commit'
import { isDiskFailure } from './sqlite-codes'
import { createWriteProof } from './write-proof'
import { whileBusy } from './while-busy'

/** How operations are run. */
export interface RunnerOptions {
  readonly clock: Clock
  readonly busyTimeoutMs: number
  readonly condition: Condition
}

/**
 * Runs operations on a better-sqlite3 connection until `close`. If no other process has the file open, `close` leaves
 * one complete file.
 */
export function createSqliteRunner(
  database: Database.Database,
  { clock, busyTimeoutMs, condition }: RunnerOptions,
): { readonly runner: Runner; readonly close: Store['close'] } {
  const execute = createExecute(database, () => clock.now())
  const group = createGroupCommit(database, {
    busyTimeoutMs,
    check: () => condition.check(),
    failed(cause) {
      condition.noticed(cause)
      condition.writeFailed(cause)
      // If the log can be copied into the main file, it starts again from its beginning. A full disk may have room
      // for that.
      return isDiskFailure(cause) && Result.fromThrowable(emptyLog)(database).isOk()
    },
  })
  const proveThatItWrites = createWriteProof(group, database, () => condition.writesAgain())
  let closed: Promise<Result<void, StoreUnavailable>> | undefined

  const read = async <T>(operation: () => Operation<T>): Promise<Result<T, StoreUnavailable>> => {
    try {
      if (closed !== undefined) throw new Error('the store is closed')
      condition.checkNowAndThen()
      // If the store takes no writes, reads fail too, so that readiness checks notice it.
      if (condition.writeFailure() !== undefined) await proveThatItWrites()
      // Nothing stays uncommitted between two turns of the event loop, so this reads only committed data.
      return ok(await whileBusy(busyTimeoutMs, () => execute(operation())))
    } catch (cause) {
      condition.noticed(cause)
      return err(unavailable(cause))
    }
  }
  return {
    runner: {
      read: (operation) => new ResultAsync(read(operation)),
      write: (operation) => new ResultAsync(group.join(() => execute(operation()), { synced: true })),
      writeWhole: (operation) => new ResultAsync(group.join(() => execute(operation()), { synced: true, whole: true })),
      writeUnsynced: (operation) => new ResultAsync(group.join(() => execute(operation()), { synced: false })),
    },
    close() {
      closed ??= group.end().then(() => Result.fromThrowable(() => closeDatabase(database), unavailable)())
      return new ResultAsync(closed)
    },
  }
}
