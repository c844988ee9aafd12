import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { RecordKey } from '../types'

/** The right to handle one record, held by one worker until `expiresAt` (on the store's clock) unless renewed. */
export interface Lease {
  readonly key: RecordKey
  /** Unique to this holding; a write under a lease that was lost is refused by it. */
  readonly token: string
  /** When it was taken or renewed, plus the `ttlMs` that was asked for. */
  readonly expiresAt: number
}

/** Who may handle which record just now. */
export interface Leases {
  /**
   * Takes the lease of `key` for `ttlMs`. `null`: somebody has it (the caller itself included). Of any number of callers at
   * once, one gets it. An expired lease counts as free, whoever held it.
   */
  acquire(key: RecordKey, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Holds it for another `ttlMs` from now. `null`: it was lost, even if nobody else has taken it since. */
  renew(lease: Lease, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Gives it back. Giving back a lease that was lost changes nothing. */
  release(lease: Lease): ResultAsync<void, StoreUnavailable>
}
