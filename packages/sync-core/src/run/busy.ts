import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** The error `busy`: another worker has the record. */
export function busy(words: Worded): SyncError {
  return { kind: 'busy', retryable: true, ...words }
}

/** The error for a lost lease, or for a mapping that another worker has written meanwhile. */
export function takenOver(): SyncError {
  return busy(worded('busy_taken_over'))
}
