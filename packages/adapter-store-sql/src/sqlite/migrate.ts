import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { sqliteTypes } from './column-types'
import { sqliteDialect } from './dialect'

/**
 * Brings the file to the newest version, in one transaction: another process that opens it meanwhile waits, and finds nothing left
 * to do. There is no way back. Throws when the file is newer than this code, or somebody else's.
 */
export function migrate(database: Database.Database, file: string): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec('CREATE TABLE IF NOT EXISTS siagh_sync_version (version INTEGER NOT NULL)')
    const version = readVersion(database)
    if (version > migrations.length) {
      throw new Error(
        `sqliteStore: ${file} was written by a newer version of siagh-sync (schema ${version}, this one knows ${migrations.length}); install that version or use another file`,
      )
    }
    for (const migration of migrations.slice(version)) {
      for (const { sql } of migration(sqliteDialect.db, sqliteTypes)) database.exec(sql)
    }
    database.exec('DELETE FROM siagh_sync_version')
    database.prepare('INSERT INTO siagh_sync_version (version) VALUES (?)').run([migrations.length])
    database.exec('COMMIT')
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw cause
  }
}

/** 0 for a new file. */
function readVersion(database: Database.Database): number {
  const row = database.prepare('SELECT version FROM siagh_sync_version').get([])
  const version = typeof row === 'object' && row !== null && 'version' in row ? row.version : 0
  return typeof version === 'number' ? version : 0
}
