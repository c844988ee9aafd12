import type { SyncError } from '../errors'
import { recordParams, worded } from '../messages/core-messages'
import type { RecordKey } from '../types'

/** The error `held`. */
export type HeldError = Extract<SyncError, { kind: 'held' }>

const CODES = {
  again: 'held_again',
  waits: 'held_waits',
  refused: 'held_refused',
  shadow: 'held_in_shadow',
  preview: 'held_in_preview',
} as const

/** The error for a write that does not leave. `again`: it waits, although another content of the record was released. */
export function heldError(why: keyof typeof CODES, key: RecordKey): HeldError {
  const reason = why === 'again' ? 'waits' : why
  return { kind: 'held', retryable: false, reason, ...worded(CODES[why], recordParams(key)) }
}

/** The error of a document whose customer is held. */
export function customerHeld({ id }: RecordKey): HeldError {
  return { kind: 'held', retryable: false, reason: 'customer', ...worded('held_for_customer', { id }) }
}
