import { okAsync, type ResultAsync } from 'neverthrow'
import type { SyncError } from '../errors'
import type { Mapping, Store } from '../ports/store'
import type { Rules } from '../rules'
import type { Hold } from './hold'
import { saveMapping } from './save-mapping'

/** Who asks, under which lease and by which rules. */
export interface ArrivalAsker {
  readonly hold: Hold
  readonly store: Store
  readonly rules: Rules
}

/**
 * For how many milliseconds a write of unknown end may still arrive at Siagh: 0 where it has arrived, or never will. `mapping` was saved when the write
 * left or later. Both times are the store's. A mapping that is newer than the lease tells that the store's clock was set back: its age
 * cannot be known, so the mapping is saved again and `wholeMs` begins anew.
 */
export function timeUntilArrival(
  { hold, store, rules }: ArrivalAsker,
  mapping: Mapping,
  wholeMs: number = rules.retry.afterUnknownWriteMs,
): ResultAsync<number, SyncError> {
  const ageMs = hold.takenAt - mapping.updatedAt
  if (ageMs >= 0) return okAsync(Math.max(0, wholeMs - ageMs))
  return saveMapping({ store, lease: hold.lease }, mapping, mapping).map(() => wholeMs)
}
