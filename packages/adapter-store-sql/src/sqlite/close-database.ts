import type Database from 'better-sqlite3'

/**
 * Copies what stands in the log into the main file and cuts the log to nothing, as far as nobody else is reading or writing meanwhile.
 * Throws where the disk has no room for that; nothing is lost then.
 */
export const emptyLog = (database: Database.Database): unknown => database.pragma('wal_checkpoint(TRUNCATE)')

/**
 * Closes the connection. The last one of a file leaves the main file alone, complete and on disk; SQLite deletes the log beside it. A file
 * that is not the one any more that was opened is left alone by SQLite.
 */
export function closeDatabase(database: Database.Database): void {
  try {
    database.pragma('synchronous = FULL')
    emptyLog(database)
  } finally {
    database.close()
  }
}
