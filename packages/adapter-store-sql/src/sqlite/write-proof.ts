import type Database from 'better-sqlite3'
import { emptyLog } from './close-database'
import type { GroupCommit } from './group-commit'

const EVERY_MS = 1_000

// As large as a few dozen notes, and in the tables and indexes of a note. If this fits, there is room for the next
// webhooks.
const PUT = `INSERT OR REPLACE INTO inbox
  (company, kind, crm_id, generation, event, triggered_by, noted_at, latest_at, state, attempts, due_at, error_message)
  VALUES ('siagh-sync proof', 'identity', 'proof', 1, 'update', 'operator', 0, 0, 'settled', 0, 0, hex(zeroblob(32768)))`
const TAKE = `DELETE FROM inbox WHERE company = 'siagh-sync proof'`

/**
 * Returns a function that finds out whether the store can be written again. It commits something and removes it
 * again. A commit of other code is no proof: a full disk may have room for a lease and none for a note. Calls
 * `proven` on success, and rejects with the reason otherwise. Within a second all callers get the same answer.
 */
export function createWriteProof(
  group: GroupCommit,
  database: Database.Database,
  proven: () => void,
): () => Promise<void> {
  let latest: { readonly at: number; readonly answer: Promise<void> } | undefined

  const commit = async (sql: string) => {
    const committed = await group.join(() => database.exec(sql), { synced: true, patienceMs: 0 })
    if (committed.isErr()) throw committed.error.cause
  }
  const prove = async () => {
    // Without this, the log could use all free space, and the main file could never grow to hold it.
    emptyLog(database)
    await commit(PUT)
    await commit(TAKE)
    proven()
  }
  return () => {
    if (latest === undefined || performance.now() - latest.at >= EVERY_MS) {
      latest = { at: performance.now(), answer: prove() }
    }
    return latest.answer
  }
}
