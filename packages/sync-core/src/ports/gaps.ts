import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'

/** The time between a backup and its restore. The restored store does not know what was done in it. */
export interface Gap {
  /** When the backup was made, in milliseconds since 1970 on the clock of that machine. Absent: unknown. */
  readonly backedUpAt?: number
  /** When the backup was restored, in milliseconds since 1970 on the clock of that machine. */
  readonly restoredAt: number
}

/** The restores of the store. They concern all its companies. */
export interface Gaps {
  /** All gaps, the earliest restore first. */
  list(): ResultAsync<readonly Gap[], StoreUnavailable>
  /** Stores a gap for ever. A second gap with the same `restoredAt` changes nothing. */
  add(gap: Gap): ResultAsync<void, StoreUnavailable>
}
