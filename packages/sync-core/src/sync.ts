import type { Result, ResultAsync } from 'neverthrow'
import type { CatchUpOptions, CatchUpEvent } from './catch-up/catch-up-events'
import type { SyncInternals } from './context'
import type {
  ForeignStore,
  InvalidChange,
  QueueUnavailable,
  StoreUnavailable,
  SyncError,
  SyncErrorKind,
} from './errors'
import type { Mode } from './held/hold-rule'
import type { HeldVerdictEnd, ReleasedAll, ShownHeld } from './held/held-answers'
import type {
  FailureFilter,
  FailureReason,
  HeldChange,
  HeldState,
  InboxEntry,
  JournalEntry,
  Page,
  PageRequest,
} from './ports/store'
import type { Change, DocumentKind, EntityKind, EntityRef, IdentityType, Outcome, OutcomeKind, Receipt } from './types'

/** What an operator has found in Siagh about a document in doubt. */
export type Verdict = { readonly created: { readonly number: string; readonly code: string } } | 'not-created'

/** Who has asked for an action. */
export interface AskedBy {
  /**
   * The name of the person. It stands in the history of the record. A name of more than 100 characters is cut.
   * Absent: a program.
   */
  readonly by?: string
}

/** What an operator has seen of a held write, and who the operator is. */
export interface SeenBy extends AskedBy {
  /** The fingerprint that the operator has seen. Absent: whatever is held now. */
  readonly seen?: string
}

/** A document that may or may not be in Siagh. Nobody knows. */
export interface DocumentInDoubt {
  readonly kind: DocumentKind
  readonly id: string
  /** When the doubt began. */
  readonly since: number
}

/** The state of a synchronisation. */
export interface Status {
  readonly company: string
  /** Noted changes that are not handled yet. */
  readonly pending: number
  readonly oldestPendingAt?: number
  /** Writes that wait until an operator releases or refuses them. */
  readonly held: number
  /** `shadow`: nothing is written. */
  readonly mode: Mode
  /** Which writes wait for an operator: none, some of them, or all. */
  readonly hold: 'none' | 'some' | 'all'
  /** Dead letters, including documents in doubt. */
  readonly failed: number
  readonly inDoubt: number
  /** How many rows of Siagh's contact list a worker could not read the last time. The log names them. */
  readonly unreadableContacts: number
  /** Runs under way in this process. */
  readonly running: number
  /** Servers that do not answer, and when they are tried again. Milliseconds since 1970. */
  readonly away: readonly { readonly system: 'siagh' | 'crm'; readonly until: number }[]
}

/** One company's synchronisation. */
export interface Sync {
  readonly company: string
  /** Brings one person or organization into Siagh now. `busy`: a worker has the record. */
  syncIdentity(ref: { readonly id: string; readonly type?: IdentityType }): ResultAsync<Outcome, SyncError>
  /** Brings one invoice into Siagh now. If its customer is not in Siagh, the customer comes first. */
  syncInvoice(ref: { readonly id: string }): ResultAsync<Outcome, SyncError>
  /** Brings one quote into Siagh now. If its customer is not in Siagh, the customer comes first. */
  syncQuote(ref: { readonly id: string }): ResultAsync<Outcome, SyncError>
  /** Resolves when the change is on disk. It will be handled, even if this process dies. */
  receive(change: Change): ResultAsync<Receipt, InvalidChange | StoreUnavailable>
  /**
   * Makes sure that the store belongs to this company and these two servers. Records the servers if the store knows
   * none yet. An application calls this before it takes webhooks. `start` and every run, import, catch-up and
   * comparison do the same. Before its first write, a run also checks whether Siagh's login leads to the same branch.
   * `foreign_store`: the store belongs to others; see `SyncOptions.acceptNewServers`.
   */
  confirmServers(): ResultAsync<void, StoreUnavailable | ForeignStore>
  /**
   * Starts the workers and the sweep. `concurrency`: how many calls to the two servers are under way at once. Default
   * 4. Up to twice as many records are handled at once, because some of them wait for the store. Throws if it is not a
   * whole number above 0.
   */
  start(options?: {
    readonly concurrency?: number
  }): ResultAsync<void, StoreUnavailable | ForeignStore | QueueUnavailable>
  /** Takes no more work. Resolves when all runs under way have ended. */
  stop(): Promise<void>
  /** Dead letters. The oldest comes first. */
  failures(filter?: FailureFilter, page?: PageRequest): ResultAsync<Page<InboxEntry>, StoreUnavailable>
  /** The dead letters by their reasons, the most frequent first. At most 200 reasons. */
  failureReasons(): ResultAsync<readonly FailureReason[], StoreUnavailable>
  /**
   * Handles a dead letter again, with all its attempts. `not_failed`: it is not among the failures. The history gets
   * an entry `retried` before that, so every attempt that an operator has asked for is in it.
   */
  retry(ref: EntityRef, options?: AskedBy): ResultAsync<'retried' | 'not_failed', StoreUnavailable>
  /** Does the same for all failures that match the filter, and returns how many there were. */
  retryAll(filter?: FailureFilter, options?: AskedBy): ResultAsync<{ readonly retried: number }, StoreUnavailable>
  /**
   * Documents in doubt, in a stable order. A page may hold fewer documents than requested, or none, and still have a
   * next page.
   */
  inDoubt(page?: PageRequest): ResultAsync<Page<DocumentInDoubt>, StoreUnavailable>
  /**
   * Ends the doubt about a document. `not_in_doubt`: the document is not in doubt. The error `in_doubt` with
   * `waitMs`: the verdict `not-created` came too early, because the write may still arrive in Siagh. Look in Siagh
   * again after `waitMs` milliseconds.
   */
  settleInDoubt(ref: EntityRef, verdict: Verdict, options?: AskedBy): ResultAsync<'settled' | 'not_in_doubt', SyncError>
  /** Writes that wait for an operator, identities before documents. Another `state` lists what was decided. */
  held(filter?: { readonly state?: HeldState }, page?: PageRequest): ResultAsync<Page<HeldChange>, StoreUnavailable>
  /** What would be sent now for a record, and whether that is still what is held. Writes nothing. */
  showHeld(ref: EntityRef): ResultAsync<ShownHeld, SyncError>
  /**
   * Allows the held write of a record, once. The next run sends it only if it would still send exactly that; else the
   * newer state is held. `busy`: a worker has the record.
   */
  release(ref: EntityRef, options?: SeenBy): ResultAsync<HeldVerdictEnd, SyncError>
  /** Releases everything that is held now, identities before documents. */
  releaseAll(filter?: { readonly kind?: EntityKind }, options?: AskedBy): ResultAsync<ReleasedAll, SyncError>
  /** Ends the wait without a write. Exactly this content is never held again; a newer state of the record is. */
  refuse(ref: EntityRef, options?: SeenBy): ResultAsync<HeldVerdictEnd, SyncError>
  /** What was done. The newest entry comes first. */
  history(
    filter?: {
      readonly kind?: EntityKind
      readonly id?: string
      readonly outcome?: OutcomeKind
      readonly error?: SyncErrorKind
      readonly since?: number
    },
    page?: PageRequest,
  ): ResultAsync<Page<JournalEntry>, StoreUnavailable>
  status(): ResultAsync<Status, StoreUnavailable>
  /** Notes what has changed in the CRM since the last time, as if its webhooks came now. An error is the last item. */
  catchUp(options?: CatchUpOptions): AsyncIterable<Result<CatchUpEvent, SyncError>>
  /**
   * For packages that work on a whole company, such as `first-import` and `reconcile`. Not for applications: it may
   * change in any version.
   */
  readonly internals: SyncInternals
}
