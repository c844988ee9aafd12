import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { RecordKey } from '../types'

/**
 * The right to handle one record. One worker holds it until `expiresAt` (on the store's clock), or longer if it is
 * renewed.
 */
export interface Lease {
  readonly key: RecordKey
  /** Unique to this lease. A write under a lost lease is refused because of it. */
  readonly token: string
  /** The time when it was taken or renewed, plus the requested `ttlMs`. */
  readonly expiresAt: number
}

/** Who may handle which record now. */
export interface Leases {
  /**
   * Takes the lease of `key` for `ttlMs`. `null`: somebody has it, perhaps the caller itself. If several callers come
   * at once, one of them gets it. An expired lease is free for everybody.
   */
  acquire(key: RecordKey, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Extends the lease to `ttlMs` from now. `null`: it was lost, even if nobody else has taken it since. */
  renew(lease: Lease, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Gives the lease back. If the lease was lost, nothing changes. */
  release(lease: Lease): ResultAsync<void, StoreUnavailable>
}
