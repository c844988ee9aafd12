import type Database from 'better-sqlite3'

/**
 * Copies the log into the main file and empties the log, if nobody else reads or writes meanwhile. Throws if the disk
 * has no room for that. Nothing is lost then.
 */
export const emptyLog = (database: Database.Database): unknown => database.pragma('wal_checkpoint(TRUNCATE)')

/**
 * Closes the connection. After the last connection of a file is closed, only the main file remains, complete and on
 * disk. SQLite deletes the log beside it. If the file was replaced after it was opened, SQLite leaves the new one
 * alone.
 */
export function closeDatabase(database: Database.Database): void {
  try {
    database.pragma('synchronous = FULL')
    emptyLog(database)
  } finally {
    database.close()
  }
}
