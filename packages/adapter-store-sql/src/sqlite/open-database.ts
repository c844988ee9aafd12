import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'

/** Opens the file with the settings that the store's promises rest on. Throws one sentence that says what is wrong with it. */
export function openDatabase(file: string, busyTimeoutMs: number): Database.Database {
  if (typeof file !== 'string' || file.trim() === '') {
    throw new Error('sqliteStore: set `file` to the path of the database file, as in ./data/siagh-sync.db')
  }
  const folder = dirname(resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`sqliteStore: the folder ${folder} is not there; create it or set \`file\` to another path`)
  }
  const database = connect(file, busyTimeoutMs)
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    return database
  } catch (cause) {
    database.close()
    throw new Error(`sqliteStore: ${file} cannot be used: ${reasonOf(cause)}`, { cause })
  }
}

function connect(file: string, busyTimeoutMs: number): Database.Database {
  try {
    return new Database(file, { timeout: busyTimeoutMs })
  } catch (cause) {
    throw new Error(`sqliteStore: ${file} cannot be opened; see that it is a file and may be read and written`, {
      cause,
    })
  }
}

const reasonOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
