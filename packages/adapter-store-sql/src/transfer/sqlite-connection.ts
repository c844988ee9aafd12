import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { readVersion } from '../sqlite/read-version'

/** The table that makes a file a backup, and no store. */
export const BACKUP_TABLE = 'siagh_sync_backup'

const BUSY_MS = 2_000

/** Opens a file that has to be there, and changes nothing about it. Throws one sentence where it cannot be a store of this version. */
export function openStoreFile(file: string): { readonly database: Database.Database; readonly version: number } {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new Error(`there is no file ${file}`)
  const database = connect(file)
  try {
    const version = readVersion(database, file)
    if (version === 0) throw new Error('it holds no store of siagh-sync')
    const [verdict] = database.prepare('PRAGMA quick_check(1)').all([]).map(firstValue)
    if (verdict !== 'ok') throw new Error(`it is damaged (${String(verdict)})`)
    return { database, version }
  } catch (cause) {
    database.close()
    throw new Error(`${file} cannot be used: ${reasonOf(cause)}`, { cause })
  }
}

/** Opens a file, or makes one. */
export function connect(file: string): Database.Database {
  try {
    return new Database(file, { timeout: BUSY_MS })
  } catch (cause) {
    throw new Error(`${file} cannot be opened: ${reasonOf(cause)}`, { cause })
  }
}

/** The version of the schema; 0 where there is none. */
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

/** What SQLite says of a failure. */
export function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/^sqliteStore: /, '')
}
