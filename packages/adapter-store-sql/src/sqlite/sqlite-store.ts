import { systemClock, type Clock, type Store } from '@siagh-sync/sync-core'
import { sqlStore } from '../sql-store'
import { sqliteEngine } from './engine'
import { migrate } from './migrate'
import { openDatabase } from './open-database'
import { refuseClosed } from './refuse-closed'
import { createSqliteRunner } from './runner'

/** Where the file is, and how it is used. */
export interface SqliteStoreOptions {
  /** Path of the database file. It is created where it is missing; its folder has to be there. */
  readonly file: string
  /** Decides when leases expire. Several processes on one file have to agree on the time. Default: the machine's clock. */
  readonly clock?: Clock
  /** How long a write waits for a writer in another process, blocking this one. Default 5,000. */
  readonly busyTimeoutMs?: number
}

/**
 * Opens a store in a SQLite file and brings the file up to date. What a method has acknowledged survives `kill -9`, and, but for
 * leases, a power cut as well: it is on disk (WAL, `synchronous=FULL`). Writes that come together are committed together. Several
 * processes of one machine may open the same file; a network drive will not do.
 *
 * Rejects with one sentence that says what to set or do when the file cannot be opened, is not a database, is a backup, was
 * moved to another place, or was written by a newer version.
 */
export async function sqliteStore({
  file,
  clock = systemClock,
  busyTimeoutMs = 5_000,
}: SqliteStoreOptions): Promise<Store> {
  const database = openDatabase(file, busyTimeoutMs)
  try {
    migrate(database, file)
    refuseClosed(database, file)
  } catch (cause) {
    database.close()
    throw cause
  }
  const { runner, close } = createSqliteRunner(database, clock)
  return sqlStore(sqliteEngine(runner, close))
}
