import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'

/** What was done between a backup and its restore: the restored store does not know it. */
export interface Gap {
  /** When the backup was made, in milliseconds since 1970 on the clock of that machine. Absent: not known. */
  readonly backedUpAt?: number
  /** When the backup was put in place, in milliseconds since 1970 on the clock of that machine. */
  readonly restoredAt: number
}

/** The restores that the store has been through. They concern all its companies. */
export interface Gaps {
  /** All gaps, the earliest restore first. */
  list(): ResultAsync<readonly Gap[], StoreUnavailable>
  /** Remembers a gap for good. A second one with the same `restoredAt` changes nothing. */
  add(gap: Gap): ResultAsync<void, StoreUnavailable>
}
