import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { sqliteTypes } from './column-types'
import { sqliteDialect } from './dialect'
import { readVersion } from './read-version'

/**
 * Brings the file to the newest version, in one transaction. If the file is already up to date, it is only read, so
 * that it does not wait for a writer. There is no way back. Throws if the file is newer than this code, damaged, or
 * belongs to another program.
 */
export function migrate(database: Database.Database, file: string): void {
  if (readVersion(database, file) === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    // Another process that opens the file at the same time may have migrated it.
    const version = readVersion(database, file)
    for (const migration of migrations.slice(version)) {
      for (const { sql } of migration(sqliteDialect.db, sqliteTypes)) database.exec(sql)
    }
    database.exec('CREATE TABLE IF NOT EXISTS siagh_sync_version (version INTEGER NOT NULL)')
    database.exec('DELETE FROM siagh_sync_version')
    database.prepare('INSERT INTO siagh_sync_version (version) VALUES (?)').run([migrations.length])
    database.exec('COMMIT')
  } catch (cause) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw cause
  }
}
