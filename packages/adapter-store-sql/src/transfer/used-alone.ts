import type Database from 'better-sqlite3'
import { refusal, storeSaying } from '../messages/refusal'
import { isBusy } from '../sqlite/sqlite-codes'
import { connect } from './sqlite-connection'

/**
 * Copies the `-wal` into the file and removes it. SQLite refuses that while another connection is open. So this also
 * finds out whether a process has the store open, even an idle one.
 */
export function useAlone(database: Database.Database, file: string): void {
  try {
    database.pragma('journal_mode = DELETE')
  } catch (cause) {
    if (isBusy(cause)) throw refusal(storeSaying('file_open_elsewhere', { place: file }), { cause })
    throw cause
  }
}

/**
 * Throws if a process has the file open. Nobody can use a file that is damaged or no database, so that is no error
 * here.
 */
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
