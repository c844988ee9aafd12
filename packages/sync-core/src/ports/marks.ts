import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Lease } from './leases'

/** How far something has come that goes on for ever, as a catch-up does: one number for each name. */
export interface Marks {
  /** Milliseconds since 1970, on whichever clock the name stands for. `null`: it was never set. */
  get(company: string, name: string): ResultAsync<number | null, StoreUnavailable>
  /**
   * Sets the mark of the lease's company, forwards or backwards, and resolves once it is on disk. `name` is opaque text of up to 200
   * characters. Any lease of the company will do that is in force: which one guards which name is the caller's to decide. A lease that
   * was lost changes nothing.
   */
  set(lease: Lease, name: string, value: number): ResultAsync<'set' | 'lease_lost', StoreUnavailable>
}
