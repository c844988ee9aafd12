import { silentLogger, systemClock, type Clock, type Logger, type Store } from '@siagh-sync/sync-core'
import type Database from 'better-sqlite3'
import { sqlStore } from '../sql-store'
import { createCondition } from './condition'
import { sqliteEngine } from './engine'
import { watchFiles, type FileSizes } from './file-watch'
import { openDatabase } from './open-database'
import { createSqliteRunner } from './runner'
import { watchSoundness } from './watch-soundness'

/** The options of a store in a SQLite file. */
export interface SqliteStoreOptions {
  /** The path of the database file. The file is created if it is missing. Its folder must exist. */
  readonly file: string
  /**
   * Decides when leases expire. All processes with this file must have the same time. Default: the machine's clock.
   */
  readonly clock?: Clock
  /** How long a call waits for a writer in another process. The event loop continues meanwhile. Default 5,000. */
  readonly busyTimeoutMs?: number
  /**
   * Gets a message when the store cannot be written, and when it is given up because its file is damaged or gone.
   * Default: no log.
   */
  readonly logger?: Logger
}

/**
 * Opens a store in a SQLite file and brings the file up to date. What a method has acknowledged survives `kill -9`.
 * Except for leases it also survives a power failure: it is on disk (WAL, `synchronous=FULL`). Writes that come
 * together are committed together. Several processes of one machine may open the same file. A network drive is not
 * possible. After the last process has closed the file, it holds everything alone.
 *
 * While the disk takes no writes, every method returns `store_unavailable`, even a read. When there is room again,
 * the store continues by itself. If the file is damaged, deleted or replaced, every method returns that until the
 * next start.
 *
 * Rejects with one sentence that says what to set or do if the file cannot be opened, is no database, is damaged, is
 * a backup, was moved to another place, or was written by a newer version.
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
    // A header, and one for each page (sqlite.org/fileformat.html, 4.1). NOOP returns the number of pages and copies
    // nothing.
    logBytes() {
      const [log] = database.pragma('wal_checkpoint(NOOP)') as readonly { readonly log: number }[]
      const pages = log?.log ?? 0
      return pages > 0 ? 32 + pages * (24 + pageSize) : 0
    },
  }
}
