import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from './migrate'
import { quickCheck } from './quick-check'
import { readVersion, RESTORE } from './read-version'
import { refuseClosed } from './refuse-closed'
import { isBusy, isDamage } from './sqlite-codes'
import { whileBusy } from './while-busy'

/**
 * Opens the file with the settings that the store's promises rest on, brings it up to date, and looks whether it is whole. Waits for
 * another process that writes to it, for `busyTimeoutMs`; the event loop goes on meanwhile. Rejects with one sentence that says what
 * is wrong with the file.
 */
export async function openDatabase(file: string, busyTimeoutMs: number): Promise<Database.Database> {
  checkPath(file)
  const database = connect(file)
  try {
    await whileBusy(busyTimeoutMs, () => prepare(database, file))
    const complaint = await quickCheck(database, file)
    if (complaint !== undefined) throw new Error(damaged(file, complaint))
    return database
  } catch (cause) {
    database.close()
    throw explained(file, cause)
  }
}

/** What is said of a file whose content is not what SQLite has written. */
export const damaged = (file: string, complaint: string): string =>
  `sqliteStore: ${file} is damaged (${complaint}); nothing is read from it or written to it: ${RESTORE}`

function checkPath(file: string): void {
  if (typeof file !== 'string' || file.trim() === '') {
    throw new Error('sqliteStore: set `file` to the path of the database file, as in ./data/siagh-sync.db')
  }
  const folder = dirname(resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`sqliteStore: the folder ${folder} is not there; create it or set \`file\` to another path`)
  }
}

function connect(file: string): Database.Database {
  try {
    // Whoever waited inside SQLite would stop the event loop.
    return new Database(file, { timeout: 0 })
  } catch (cause) {
    throw new Error(`sqliteStore: ${file} cannot be opened; see that it is a file and may be read and written`, {
      cause,
    })
  }
}

function prepare(database: Database.Database, file: string): void {
  // Before anything is changed: the file may be another program's.
  readVersion(database, file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // In pages, 2 MB: a log that grew larger than the rest of a small disk could never be copied into the main file.
  database.pragma('wal_autocheckpoint = 512')
  database.pragma('cell_size_check = ON')
  migrate(database, file)
  refuseClosed(database, file)
}

function explained(file: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (reason.startsWith('sqliteStore: ')) return new Error(reason, { cause })
  if (isDamage(cause)) return new Error(damaged(file, reason), { cause })
  const advice = isBusy(cause) ? '; another process is writing to it and does not end: see which one, and end it' : ''
  return new Error(`sqliteStore: ${file} cannot be used: ${reason}${advice}`, { cause })
}
