import type { Clock, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type Database from 'better-sqlite3'
import { Result, ResultAsync } from 'neverthrow'
import type { Operation } from '../operation'
import { unavailable, type Runner } from '../ports/runner'
import { createExecute } from './execute'
import { createGroupCommit } from './group-commit'

/** Runs operations on a better-sqlite3 connection until `close`. */
export function createSqliteRunner(
  database: Database.Database,
  clock: Clock,
): { readonly runner: Runner; readonly close: Store['close'] } {
  const execute = createExecute(database, () => clock.now())
  const group = createGroupCommit(database)
  let closed: Promise<Result<void, StoreUnavailable>> | undefined

  const whileOpen = <T>(operation: () => Operation<T>) => {
    if (closed !== undefined) throw new Error('the store is closed')
    return execute(operation())
  }

  return {
    runner: {
      // Nothing is ever left uncommitted between two turns of the event loop, so this reads what is on disk.
      read: (operation) => {
        const run = Result.fromThrowable(() => whileOpen(operation), unavailable)
        return new ResultAsync(Promise.resolve(run()))
      },
      write: (operation) => new ResultAsync(group.join(() => execute(operation()), { synced: true })),
      writeUnsynced: (operation) => new ResultAsync(group.join(() => execute(operation()), { synced: false })),
    },
    close() {
      closed ??= group.end().then(() => Result.fromThrowable(() => void database.close(), unavailable)())
      return new ResultAsync(closed)
    },
  }
}
