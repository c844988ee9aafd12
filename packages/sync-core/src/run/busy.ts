import type { SyncError } from '../errors'

/** Somebody else is at work on the record. */
export function busy(message: string): SyncError {
  return { kind: 'busy', retryable: true, message }
}

/** The lease was lost, or the mapping was written by somebody else meanwhile. */
export function takenOver(): SyncError {
  return busy('another worker took the record over')
}
