import type Database from 'better-sqlite3'
import { refusal, storeSaying } from '../messages/refusal'

/** Throws one sentence if the file is not a usable store: it was moved to another place, or it is a backup. */
export function refuseClosed(database: Database.Database, file: string): void {
  const has = (table: string) =>
    database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get([table]) !== undefined
  // A file that was not brought up to date may have no table `move`.
  const move = has('move') && database.prepare('SELECT place FROM move ORDER BY moved_at DESC LIMIT 1').get([])
  if (typeof move === 'object' && move !== null && 'place' in move) {
    throw refusal(storeSaying('moved_away', { place: file, to: String(move.place) }))
  }
  if (has('siagh_sync_backup')) {
    throw refusal(storeSaying('file_is_backup', { place: file }))
  }
}
