import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import type { Worded } from '../messages/saying'

/** The error for several contacts that match, or for a matching contact that belongs to another identity. */
export function ambiguous(words: Worded, rows: readonly SiaghUser[]): SyncError {
  const candidates = rows.map((row) => ({ code: String(row.Code), ...(row.RecordId && { recordId: row.RecordId }) }))
  return { kind: 'ambiguous_match', retryable: false, ...words, candidates }
}
