import type { SyncError } from '../errors'
import { recordParams, worded } from '../messages/core-messages'
import type { RecordKey } from '../types'

/** The error `held`. */
export type HeldError = Extract<SyncError, { kind: 'held' }>

const CODES = {
  waits: 'held_waits',
  refused: 'held_refused',
  shadow: 'held_in_shadow',
  preview: 'held_in_preview',
} as const

/** The error for a write that does not leave. */
export function heldError(reason: keyof typeof CODES, key: RecordKey): HeldError {
  return { kind: 'held', retryable: false, reason, ...worded(CODES[reason], recordParams(key)) }
}

/** The error of a document whose customer is held. */
export function customerHeld({ id }: RecordKey): HeldError {
  return { kind: 'held', retryable: false, reason: 'customer', ...worded('held_for_customer', { id }) }
}
