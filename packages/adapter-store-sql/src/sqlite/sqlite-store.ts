import { silentLogger, systemClock, type Clock, type Logger, type Store } from '@siagh-sync/sync-core'
import type Database from 'better-sqlite3'
import { sqlStore } from '../sql-store'
import { createCondition } from './condition'
import { sqliteEngine } from './engine'
import { watchFiles, type FileSizes } from './file-watch'
import { openDatabase } from './open-database'
import { createSqliteRunner } from './runner'
import { watchSoundness } from './watch-soundness'

/** Where the file is, and how it is used. */
export interface SqliteStoreOptions {
  /** Path of the database file. It is created where it is missing; its folder has to be there. */
  readonly file: string
  /** Decides when leases expire. Several processes on one file have to agree on the time. Default: the machine's clock. */
  readonly clock?: Clock
  /** How long a call waits for a writer in another process; the event loop goes on meanwhile. Default 5,000. */
  readonly busyTimeoutMs?: number
  /** Is told when the store cannot be written, and when it is given up because its file is damaged or gone. Default: silent. */
  readonly logger?: Logger
}

/**
 * Opens a store in a SQLite file and brings the file up to date. What a method has acknowledged survives `kill -9`, and, but for
 * leases, a power cut as well: it is on disk (WAL, `synchronous=FULL`). Writes that come together are committed together. Several
 * processes of one machine may open the same file; a network drive will not do. After the last of them has closed it, the file alone
 * holds everything.
 *
 * While the disk takes nothing, every method answers `store_unavailable`, those that read too; the store goes on by itself when there is
 * room again. Where the file is damaged, deleted or replaced, every method answers that until the next start.
 *
 * Rejects with one sentence that says what to set or do when the file cannot be opened, is not a database, is damaged, is a backup, was moved
 * to another place, or was written by a newer version.
 */
export async function sqliteStore({
  file,
  clock = systemClock,
  busyTimeoutMs = 5_000,
  logger = silentLogger,
}: SqliteStoreOptions): Promise<Store> {
  const database = await openDatabase(file, busyTimeoutMs)
  const condition = createCondition(file, watchFiles(file, sizesOf(database)), logger)
  const { runner, close } = createSqliteRunner(database, { clock, busyTimeoutMs, condition })
  const stopWatching = watchSoundness({ file, condition, logger })
  return sqlStore(sqliteEngine(runner, () => stopWatching().andThen(close)))
}

function sizesOf(database: Database.Database): FileSizes {
  const ask = (pragma: string) => Number(database.pragma(pragma, { simple: true }))
  const pageSize = ask('page_size')
  return {
    pageBytes: () => ask('page_count') * pageSize,
    // A header, and one for each page (sqlite.org/fileformat.html, 4.1). NOOP asks for the number of pages, and copies nothing.
    logBytes() {
      const [log] = database.pragma('wal_checkpoint(NOOP)') as readonly { readonly log: number }[]
      const pages = log?.log ?? 0
      return pages > 0 ? 32 + pages * (24 + pageSize) : 0
    },
  }
}
