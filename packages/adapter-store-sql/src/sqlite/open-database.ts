import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { reasonOf, sayingOfError } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { migrate } from './migrate'
import { quickCheck } from './quick-check'
import { readVersion } from './read-version'
import { refuseClosed } from './refuse-closed'
import { isBusy, isDamage } from './sqlite-codes'
import { whileBusy } from './while-busy'

/**
 * Opens the file with the settings that the store needs, brings it up to date, and checks it for damage. Waits up to
 * `busyTimeoutMs` for another process that writes to it. The event loop continues meanwhile. Rejects with one
 * sentence that says what is wrong with the file.
 */
export async function openDatabase(file: string, busyTimeoutMs: number): Promise<Database.Database> {
  checkPath(file)
  const database = connect(file)
  try {
    await whileBusy(busyTimeoutMs, () => prepare(database, file))
    const complaint = await quickCheck(database, file)
    if (complaint !== undefined) throw damaged(file, complaint)
    return database
  } catch (cause) {
    database.close()
    throw explained(file, cause)
  }
}

/** The error of a file with content that SQLite has not written. */
export function damaged(file: string, complaint: string, options?: ErrorOptions): Error {
  // SQLite's complaint may be of several lines, after the name of the database.
  const fault = complaint.replace(/^\*+ in database \w+ \*+\s*/, '').replaceAll(/\s+/g, ' ')
  const saying = storeSaying('file_unsound', { place: file, fault, advice: storeSaying('restore_file') })
  return refusal(saying, options)
}

function checkPath(file: string): void {
  if (typeof file !== 'string' || file.trim() === '') {
    throw refusal(storeSaying('file_not_set'))
  }
  const folder = dirname(resolve(file))
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw refusal(storeSaying('folder_missing', { folder }))
  }
}

function connect(file: string): Database.Database {
  try {
    // Waiting inside SQLite would block the event loop.
    return new Database(file, { timeout: 0 })
  } catch (cause) {
    throw refusal(storeSaying('file_not_openable', { place: file }), { cause })
  }
}

function prepare(database: Database.Database, file: string): void {
  // First of all, before anything is changed: the file may belong to another program.
  readVersion(database, file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // In pages: 2 MB. If the log were larger than the free space of a small disk, it could never be copied into the
  // main file.
  database.pragma('wal_autocheckpoint = 512')
  database.pragma('cell_size_check = ON')
  migrate(database, file)
  refuseClosed(database, file)
}

/** The error of a file that cannot be used. It says what to do. */
export function explained(file: string, cause: unknown): Error {
  if (cause instanceof Error && sayingOfError(cause) !== undefined) return cause
  if (cause instanceof Error && isDamage(cause)) return damaged(file, cause.message, { cause })
  const about = { place: file, reason: reasonOf(cause) }
  return refusal(isBusy(cause) ? storeSaying('file_written_by_another', about) : storeSaying('place_unusable', about), {
    cause,
  })
}
