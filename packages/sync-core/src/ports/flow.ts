import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { RecordKey } from '../types'
import type { Gap } from './gaps'
import type { HeldChange } from './held-changes'
import type { InboxEntry, StoredError } from './inbox'
import type { JournalEntry } from './journal'
import type { Lease } from './leases'
import type { Mapping, MappingDraft, SaveMapping } from './mappings'

/** What the store knows at the beginning of a run. */
export interface Begun {
  readonly lease: Lease
  /** `null`: nothing was noted about this record. */
  readonly entry: InboxEntry | null
  /** `null`: this record was never mapped. */
  readonly mapping: Mapping | null
  /** The restores of the store, as `Gaps.list` returns them. */
  readonly gaps: readonly Gap[]
  /** `null`: nothing is held of this record. */
  readonly heldChange: HeldChange | null
}

/** A change of the record's mapping. */
export interface MappingChange {
  /** `null`: the mapping is removed. */
  readonly draft: MappingDraft | null
  /** The version that the mapping has now. 0: there is no mapping. */
  readonly expectedVersion: number
}

/** A change of the record's entry in the inbox. */
export type InboxChange =
  /** The change is handled. A later note is not due before `dueAt`. */
  | { readonly do: 'settle'; readonly generation: number; readonly dueAt: number }
  /** The entry stays pending and is tried again at `dueAt`. */
  | { readonly do: 'postpone'; readonly attempts: number; readonly dueAt: number; readonly error: StoredError }
  /** The entry becomes a dead letter. */
  | {
      readonly do: 'bury'
      readonly generation: number
      readonly attempts: number
      readonly dueAt: number
      readonly error: StoredError
    }

/** Everything that a run records at its end. Each part may be absent. */
export interface RunEnd {
  readonly mapping?: MappingChange
  readonly journal?: JournalEntry
  readonly inbox?: InboxChange
  /** Replaces what is held of the record. `null`: nothing is held of it any more. */
  readonly heldChange?: HeldChange | null
  /** The run continues and keeps its lease. Default `false`: the lease is given back. */
  readonly keepLease?: boolean
}

/**
 * The new state of the entry. `newer`: a change was noted after the generation. The entry is pending, with no
 * attempts, and due at `dueAt`.
 */
export type ChangedInbox = 'settled' | 'postponed' | 'buried' | 'newer'

/** The result of `finish`. */
export type FinishRun =
  | {
      readonly status: 'finished'
      /** The saved mapping. Absent: no mapping was saved. */
      readonly mapping?: Mapping
      /** Absent: the entry was not to be changed, or the record was never noted. */
      readonly inbox?: ChangedInbox
    }
  /**
   * The lease has ended, or the mapping's draft or the held change belongs to another record than the lease. Nothing
   * was written.
   */
  | { readonly status: 'lease_lost' }
  /** The mapping is not at `expectedVersion`. Nothing was written, and the lease is still held. */
  | { readonly status: 'conflict' }
  /** Another record of the company has this `siagh.code` or `siagh.recordId`. Nothing was written, and the lease is still held. */
  | { readonly status: 'taken'; readonly by: RecordKey }

/**
 * The three visits of a run to the store: at its beginning, before a write to Siagh, and at its end. Each is one
 * transaction: either all of it is written, or nothing.
 */
export interface Flow {
  /**
   * Takes the lease of `key` for `ttlMs`, and reads what is known of the record. `null`: somebody has the lease,
   * perhaps the caller itself. If several callers come at once, one of them gets it. An expired lease is free, also
   * for its former holder. The answer includes everything that was finished under an earlier lease of the record.
   */
  begin(key: RecordKey, ttlMs: number): ResultAsync<Begun | null, StoreUnavailable>
  /**
   * Writes the mapping of the leased record before a write to Siagh, if the mapping is still at `expectedVersion` (0:
   * there is none yet). If several callers come with the same version, one gets `saved` and the others get
   * `conflict`. `lease_lost`: the lease has ended, or `draft.key` is another record than that of the lease. If there
   * are several reasons to refuse, a lost lease is reported first, then a conflict, then a taken code.
   */
  intend(lease: Lease, draft: MappingDraft, expectedVersion: number): ResultAsync<SaveMapping, StoreUnavailable>
  /**
   * Writes the mapping, the journal entry, the inbox entry and the held change, and gives the lease back. Reasons to refuse are
   * reported in the same order as by `intend`. After `conflict` and `taken` the caller still has the lease. It calls
   * again, without the mapping and with the failure. If the answer is lost and the call is repeated after the lease
   * was given back, the answer is `lease_lost`.
   */
  finish(lease: Lease, end: RunEnd): ResultAsync<FinishRun, StoreUnavailable>
}
