import type {
  DocumentInDoubt,
  EntityKind,
  EntityRef,
  HeldChange,
  HeldVerdictEnd,
  InboxEntry,
  JournalEntry,
  OutcomeKind,
  Page,
  PageRequest,
  PlannedWrite,
  ReleasedAll,
  Status,
  StoredError,
  SyncErrorKind,
  Verdict,
} from '@siagh-sync/sync-core'
import type { Saying } from '@siagh-sync/sync-core/messages'
import type { ResultAsync } from 'neverthrow'
import type { Failure } from '../failure'

type Answer<T> = ResultAsync<T, Failure>

/** What would be sent now for a record, for a person. */
export interface ShownWrite {
  readonly held: HeldChange | null
  /** Absent: nothing would be sent, and `end` says why. */
  readonly planned?: PlannedWrite
  readonly fingerprint?: string
  readonly isChanged: boolean
  /** A function of the rules returns something else each time. */
  readonly isUnstable: boolean
  /** How a run would end now. */
  readonly end: { readonly outcome: OutcomeKind } | { readonly error: SyncErrorKind; readonly message: Saying | string }
}

/** What somebody may see and decide: in the store of this folder, or over the API of a service that runs elsewhere. */
export interface Operator {
  /** The store for a person: the path of a file, or an address without its password. Of a remote service: its address. */
  readonly place: string
  status(): Answer<Status>
  failures(filter: FailureFilter, page: PageRequest): Answer<Page<FailedEntry>>
  retry(record: EntityRef): Answer<'retried' | 'not_failed'>
  retryAll(filter: FailureFilter): Answer<{ readonly retried: number }>
  inDoubt(page: PageRequest): Answer<Page<DocumentInDoubt>>
  settleInDoubt(record: EntityRef, verdict: Verdict): Answer<'settled' | 'not_in_doubt'>
  held(page: PageRequest): Answer<Page<HeldChange>>
  /** What is held of one record, or was decided about it. `null`: nothing. */
  heldChange(record: EntityRef): Answer<HeldChange | null>
  showHeld(record: EntityRef): Answer<ShownWrite>
  release(record: EntityRef, seen: string): Answer<HeldVerdictEnd>
  releaseAll(filter: { readonly kind?: EntityKind }): Answer<ReleasedAll>
  refuse(record: EntityRef, seen: string): Answer<HeldVerdictEnd>
  history(filter: HistoryFilter, page: PageRequest): Answer<Page<JournalEntry>>
}

/** A failure. A remote service has worded its error already, and gives the code of the message. */
export type FailedEntry = Omit<InboxEntry, 'error'> & { readonly error?: StoredError & { readonly code?: string } }

/** Which failures. */
interface FailureFilter {
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
}

/** Which runs. */
interface HistoryFilter extends FailureFilter {
  readonly id?: string
  readonly outcome?: OutcomeKind
  readonly since?: number
}
