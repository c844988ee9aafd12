import type Database from 'better-sqlite3'
import { refusal, storeSaying } from '../messages/refusal'
import { isBusy } from '../sqlite/sqlite-codes'
import { connect } from './sqlite-connection'

/**
 * Makes the file whole without its `-wal`, which SQLite refuses while any other connection is open: so it tells as well whether a
 * process has the store in use, even one that does nothing just now.
 */
export function useAlone(database: Database.Database, file: string): void {
  try {
    database.pragma('journal_mode = DELETE')
  } catch (cause) {
    if (isBusy(cause)) throw refusal(storeSaying('file_open_elsewhere', { place: file }), { cause })
    throw cause
  }
}

/** Throws where a process has the file open. What is no database, or a damaged one, nobody can work with. */
export function checkUnused(file: string): void {
  const database = connect(file)
  try {
    database.pragma('journal_mode = DELETE')
  } catch (cause) {
    if (isBusy(cause)) throw refusal(storeSaying('file_open_elsewhere', { place: file }), { cause })
  } finally {
    database.close()
  }
}
