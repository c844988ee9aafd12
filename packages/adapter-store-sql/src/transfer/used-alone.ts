import type Database from 'better-sqlite3'
import { connect, reasonOf } from './sqlite-connection'

/**
 * Makes the file whole without its `-wal`, which SQLite refuses while any other connection is open: so it tells as well whether a
 * process has the store in use, even one that does nothing just now.
 */
export function useAlone(database: Database.Database, file: string): void {
  try {
    database.pragma('journal_mode = DELETE')
  } catch (cause) {
    if (isBusy(cause)) throw new Error(`a process has ${file} open: stop it first`, { cause })
    throw cause
  }
}

/** Throws where a process has the file open. What is no database, or a damaged one, nobody can work with. */
export function checkUnused(file: string): void {
  const database = connect(file)
  try {
    database.pragma('journal_mode = DELETE')
  } catch (cause) {
    if (isBusy(cause)) throw new Error(`a process has ${file} open: stop it first`, { cause })
  } finally {
    database.close()
  }
}

function isBusy(cause: unknown): boolean {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return String(code).startsWith('SQLITE_BUSY') || reasonOf(cause).includes('database is locked')
}
