import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Flow } from './flow'
import type { Gaps } from './gaps'
import type { HeldChanges } from './held-changes'
import type { Inbox } from './inbox'
import type { Journal } from './journal'
import type { Leases } from './leases'
import type { Mappings } from './mappings'
import type { Marks } from './marks'
import type { Origins } from './origins'
import type { Values } from './values'

export type { FailureCount, FailureReason } from './failure-reasons'
export type * from './flow'
export type * from './gaps'
export type * from './held-changes'
export type * from './inbox'
export type * from './journal'
export type * from './leases'
export type * from './mappings'
export type * from './marks'
export type * from './origins'
export type * from './paging'
export type { RunCount, SeriesBucket, SeriesRequest } from './series'
export type { JsonValue, NamedValue, SetValue, Values, VersionedValue } from './values'

/**
 * What a sync remembers. Every method answers from the store or fails with `store_unavailable`: a store that is down
 * never looks like "not found". No method throws or rejects. Times are milliseconds since 1970. Ids are any text of
 * up to 200 characters. A company never sees the records of another company: only `origins` and `gaps` belong to the
 * whole store. When a method has acknowledged a write, every other process that uses the store sees the write, and
 * the write survives `kill -9`. Any number of processes may use the store at once.
 */
export interface Store extends Flow {
  readonly mappings: Mappings
  readonly inbox: Inbox
  readonly journal: Journal
  readonly leases: Leases
  readonly marks: Marks
  readonly origins: Origins
  readonly gaps: Gaps
  readonly heldChanges: HeldChanges
  readonly values: Values
  /** Waits for the writes under way, then closes the connection to the backend. A second call does nothing. */
  close(): ResultAsync<void, StoreUnavailable>
}
