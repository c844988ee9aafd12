import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { RecordKey } from '../types'
import type { Gap } from './gaps'
import type { InboxEntry, StoredError } from './inbox'
import type { JournalEntry } from './journal'
import type { Lease } from './leases'
import type { Mapping, MappingDraft, SaveMapping } from './mappings'

/** What a run starts from. */
export interface Begun {
  readonly lease: Lease
  /** `null`: nothing was ever noted about this record. */
  readonly entry: InboxEntry | null
  /** `null`: this record was never mapped. */
  readonly mapping: Mapping | null
  /** The restores that the store has been through, as `Gaps.list` tells them. */
  readonly gaps: readonly Gap[]
}

/** What becomes of the record's mapping. */
export interface MappingChange {
  /** `null`: the mapping is forgotten. */
  readonly draft: MappingDraft | null
  /** The version that the mapping has now. 0: there is none. */
  readonly expectedVersion: number
}

/** What becomes of the record's entry in the inbox. */
export type InboxChange =
  /** The change is handled. The next note is due at `dueAt` at the earliest. */
  | { readonly do: 'settle'; readonly generation: number; readonly dueAt: number }
  /** The entry stays pending, to be tried again at `dueAt`. */
  | { readonly do: 'postpone'; readonly attempts: number; readonly dueAt: number; readonly error: StoredError }
  /** The entry becomes a dead letter. */
  | {
      readonly do: 'bury'
      readonly generation: number
      readonly attempts: number
      readonly dueAt: number
      readonly error: StoredError
    }

/** All that a run leaves behind. Each part may be absent. */
export interface RunEnd {
  readonly mapping?: MappingChange
  readonly journal?: JournalEntry
  readonly inbox?: InboxChange
  /** The run goes on, and keeps its lease. Default `false`: the lease is given back. */
  readonly keepLease?: boolean
}

/** What became of the entry. `newer`: a change came after the generation; the entry is pending, with no attempts, and due at `dueAt`. */
export type ChangedInbox = 'settled' | 'postponed' | 'buried' | 'newer'

/** What became of the end of a run. */
export type FinishRun =
  | {
      readonly status: 'finished'
      /** As it was saved; absent where no mapping was saved. */
      readonly mapping?: Mapping
      /** Absent where the entry was not to be changed, and where the record was never noted. */
      readonly inbox?: ChangedInbox
    }
  /** The lease has ended, or the mapping's draft is not for the record that it is for. Nothing was written. */
  | { readonly status: 'lease_lost' }
  /** The mapping is not at `expectedVersion`. Nothing was written, and the lease is still held. */
  | { readonly status: 'conflict' }
  /** Another record of the company has this `siagh.code` or `siagh.recordId`. Nothing was written, and the lease is still held. */
  | { readonly status: 'taken'; readonly by: RecordKey }

/**
 * The three visits of a run to the store: one at its beginning, one before a write to Siagh, and one at its end. Each is one transaction:
 * all of it is written, or nothing.
 */
export interface Flow {
  /**
   * Takes the lease of `key` for `ttlMs`, and reads what is known of the record. `null`: somebody has the lease (the caller itself
   * included). Of any number of callers at once, one gets it. An expired lease counts as free, also for its former holder. Whatever was finished
   * under an earlier lease of the record is in the answer.
   */
  begin(key: RecordKey, ttlMs: number): ResultAsync<Begun | null, StoreUnavailable>
  /**
   * Writes the mapping of the leased record before a write to Siagh, if the mapping is still at `expectedVersion` (0: there is none yet).
   * Of several callers with the same version one is `saved`, the others get `conflict`. `lease_lost`: the lease has ended, or `draft.key` is
   * not the record that it is for. Of several reasons to write nothing, a lost lease is told before a conflict, and that before a taken code.
   */
  intend(lease: Lease, draft: MappingDraft, expectedVersion: number): ResultAsync<SaveMapping, StoreUnavailable>
  /**
   * Writes the mapping, the journal's entry and the entry of the inbox, and gives the lease back. Reasons to write nothing are told in the
   * order in which `intend` tells them. After `conflict` and `taken` the caller still has the lease: it calls once more, without the mapping
   * and with the failure. Where the answer is lost and the call is repeated, a lease that was given back reads as `lease_lost`.
   */
  finish(lease: Lease, end: RunEnd): ResultAsync<FinishRun, StoreUnavailable>
}
