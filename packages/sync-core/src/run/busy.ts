import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** Somebody else is at work on the record. */
export function busy(words: Worded): SyncError {
  return { kind: 'busy', retryable: true, ...words }
}

/** The lease was lost, or the mapping was written by somebody else meanwhile. */
export function takenOver(): SyncError {
  return busy(worded('busy_taken_over'))
}
