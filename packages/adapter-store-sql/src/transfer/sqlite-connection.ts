import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { refusal, storeSaying } from '../messages/refusal'
import { damaged, explained } from '../sqlite/open-database'
import { readVersion } from '../sqlite/read-version'

/** The table that marks a file as a backup. */
export const BACKUP_TABLE = 'siagh_sync_backup'

const BUSY_MS = 2_000

/** Opens an existing file and changes nothing in it. Throws one sentence if it cannot be a store of this version. */
export function openStoreFile(file: string): { readonly database: Database.Database; readonly version: number } {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw refusal(storeSaying('no_such_file', { file }))
  const database = connect(file)
  try {
    const version = readVersion(database, file)
    if (version === 0) throw refusal(storeSaying('holds_no_store', { place: file }))
    const [verdict] = database.prepare('PRAGMA quick_check(1)').all([]).map(firstValue)
    if (verdict !== 'ok') throw damaged(file, String(verdict))
    return { database, version }
  } catch (cause) {
    database.close()
    throw explained(file, cause)
  }
}

/** Opens a file, or creates it. */
export function connect(file: string): Database.Database {
  try {
    return new Database(file, { timeout: BUSY_MS })
  } catch (cause) {
    throw refusal(storeSaying('file_not_openable', { place: file }), { cause })
  }
}

/** The version of the schema. 0: there is none. */
export function versionOf(database: Database.Database): number {
  if (!hasTable(database, 'siagh_sync_version')) return 0
  const version = firstValue(database.prepare('SELECT version FROM siagh_sync_version').get([]))
  return typeof version === 'number' ? version : 0
}

/** Whether the file has a table of this name. */
export function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get([name]) !== undefined
}

/** The value of the first column of a row. */
export function firstValue(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
}
