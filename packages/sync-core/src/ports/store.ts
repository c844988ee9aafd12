import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Flow } from './flow'
import type { Gaps } from './gaps'
import type { Inbox } from './inbox'
import type { Journal } from './journal'
import type { Leases } from './leases'
import type { Mappings } from './mappings'
import type { Marks } from './marks'
import type { Origins } from './origins'

export type * from './flow'
export type * from './gaps'
export type * from './inbox'
export type * from './journal'
export type * from './leases'
export type * from './mappings'
export type * from './marks'
export type * from './origins'
export type * from './paging'

/**
 * What a sync remembers. Every method of every part either answers from the store or fails with `store_unavailable`: a
 * store that is down never reads as "not found". No method throws or rejects. Times are milliseconds since 1970, ids are
 * opaque text of up to 200 characters, and companies never see each other's records: only `origins` and `gaps` are
 * the whole store's. What a method has acknowledged is seen by every other process that uses the store, and survives the end of the
 * process by `kill -9`. Any number of processes may use it at once.
 */
export interface Store extends Flow {
  readonly mappings: Mappings
  readonly inbox: Inbox
  readonly journal: Journal
  readonly leases: Leases
  readonly marks: Marks
  readonly origins: Origins
  readonly gaps: Gaps
  /** Waits for the writes under way, then lets go of the backend. Calling it twice is harmless. */
  close(): ResultAsync<void, StoreUnavailable>
}
