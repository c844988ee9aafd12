import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Lease } from './leases'

/** How far an endless piece of work has come, such as the catch-up. One number for each name. */
export interface Marks {
  /** Milliseconds since 1970. The name decides on which clock. `null`: it was never set. */
  get(company: string, name: string): ResultAsync<number | null, StoreUnavailable>
  /**
   * Sets the mark of the lease's company, forwards or backwards, and resolves when it is on disk. `name` is any text
   * of up to 200 characters. Any valid lease of the company is accepted: the caller decides which lease guards which
   * name. A lost lease changes nothing.
   */
  set(lease: Lease, name: string, value: number): ResultAsync<'set' | 'lease_lost', StoreUnavailable>
}
