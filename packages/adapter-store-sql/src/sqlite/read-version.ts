import type { Saying } from '@siagh-sync/sync-core/messages'
import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { objectsOf } from '../migrations/objects-of'
import { sqliteTypes } from './column-types'
import { refusal, storeSaying } from '../messages/refusal'
import { sqliteDialect } from './dialect'

/**
 * The version of the file's schema. 0: the file is empty. Throws one sentence if the version is impossible, is newer
 * than this code, or has tables that are missing, and if the file belongs to another program.
 */
export function readVersion(database: Database.Database, file: string): number {
  const names = new Set(
    database.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").pluck().all() as string[],
  )
  if (names.size === 0) return 0
  if (!names.has('siagh_sync_version')) {
    const isOurs = objectsOf(1, sqliteDialect.db, sqliteTypes).some((name) => names.has(name))
    if (!isOurs) throw refusal(storeSaying('file_of_another_program', { place: file }))
    throw damaged(file, storeSaying('version_table_missing'))
  }
  const version = toVersion(selectVersions(database, file), file)
  const missing = objectsOf(version, sqliteDialect.db, sqliteTypes).filter((name) => !names.has(name))
  if (missing.length > 0) {
    throw damaged(file, storeSaying('tables_missing', { version, names: missing.join(', ') }))
  }
  return version
}

function damaged(place: string, fault: Saying): Error {
  return refusal(storeSaying('store_damaged', { place, fault, advice: storeSaying('restore_file') }))
}

function selectVersions(database: Database.Database, file: string): readonly unknown[] {
  const columns = database.prepare("SELECT name FROM pragma_table_info('siagh_sync_version')").pluck().all()
  if (!columns.includes('version')) {
    throw damaged(file, storeSaying('version_column_missing'))
  }
  return database.prepare('SELECT version FROM siagh_sync_version').pluck().all()
}

function toVersion(rows: readonly unknown[], file: string): number {
  const [version] = rows
  if (rows.length !== 1 || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw damaged(file, storeSaying('version_is_nonsense', { rows: JSON.stringify(rows), newest: migrations.length }))
  }
  if (version > migrations.length) {
    throw refusal(storeSaying('written_by_newer_version', { place: file, found: version, known: migrations.length }))
  }
  return version
}
