import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { objectsOf } from '../migrations/objects-of'
import { sqliteTypes } from './column-types'
import { sqliteDialect } from './dialect'

/**
 * The version of the file's schema; 0 for a file that holds nothing. Throws one sentence where the version is nonsense, is newer than this
 * code, or promises tables that are not there, and where the file is another program's.
 */
export function readVersion(database: Database.Database, file: string): number {
  const names = new Set(
    database.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").pluck().all() as string[],
  )
  if (names.size === 0) return 0
  if (!names.has('siagh_sync_version')) {
    const isOurs = objectsOf(1, sqliteDialect.db, sqliteTypes).some((name) => names.has(name))
    throw new Error(
      isOurs
        ? `sqliteStore: ${file} is damaged: its version table is missing; ${RESTORE}`
        : `sqliteStore: ${file} is the database of another program; set another path`,
    )
  }
  const version = toVersion(selectVersions(database, file), file)
  const missing = objectsOf(version, sqliteDialect.db, sqliteTypes).filter((name) => !names.has(name))
  if (missing.length > 0) {
    throw new Error(
      `sqliteStore: ${file} is damaged: it says that it has version ${version}, but ${missing.join(', ')} is missing; ${RESTORE}`,
    )
  }
  return version
}

/** What to do with a file that cannot be trusted. */
export const RESTORE =
  'keep it, put a backup in its place with `siagh-sync restore`, and start again. An empty file would make documents a second time'

function selectVersions(database: Database.Database, file: string): readonly unknown[] {
  const columns = database.prepare("SELECT name FROM pragma_table_info('siagh_sync_version')").pluck().all()
  if (!columns.includes('version')) {
    throw new Error(`sqliteStore: ${file} is damaged: its version table has no column \`version\`; ${RESTORE}`)
  }
  return database.prepare('SELECT version FROM siagh_sync_version').pluck().all()
}

function toVersion(rows: readonly unknown[], file: string): number {
  const [version] = rows
  if (rows.length !== 1 || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new Error(
      `sqliteStore: ${file} is damaged: its version table holds ${JSON.stringify(rows)} where it should hold one number from 1 to ${migrations.length}; ${RESTORE}`,
    )
  }
  if (version > migrations.length) {
    throw new Error(
      `sqliteStore: ${file} was written by a newer version of siagh-sync (schema ${version}, this one knows ${migrations.length}); install that version or use another file`,
    )
  }
  return version
}
