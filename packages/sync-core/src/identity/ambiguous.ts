import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { SyncError } from '../errors'
import type { Worded } from '../messages/saying'

/** Several contacts fit, or the one that fits is taken. */
export function ambiguous(words: Worded, rows: readonly SiaghUser[]): SyncError {
  const candidates = rows.map((row) => ({ code: String(row.Code), ...(row.RecordId && { recordId: row.RecordId }) }))
  return { kind: 'ambiguous_match', retryable: false, ...words, candidates }
}
