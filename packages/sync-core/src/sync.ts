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
import type { InboxEntry, JournalEntry, Page, PageRequest } from './ports/store'
import type { Change, DocumentKind, EntityKind, EntityRef, IdentityType, Outcome, OutcomeKind, Receipt } from './types'

/** What an operator found in Siagh about a document in doubt. */
export type Verdict = { readonly created: { readonly number: string; readonly code: string } } | 'not-created'

/** A document of which nobody knows whether Siagh has it. */
export interface DocumentInDoubt {
  readonly kind: DocumentKind
  readonly id: string
  /** When the doubt arose. */
  readonly since: number
}

/** How a synchronisation stands. */
export interface Status {
  readonly company: string
  /** Changes noted and not yet handled. */
  readonly pending: number
  readonly oldestPendingAt?: number
  /** Dead letters; those in doubt among them. */
  readonly failed: number
  readonly inDoubt: number
  /** Rows of Siagh's contact list that could not be read when a worker read it last. The log names them. */
  readonly unreadableContacts: number
  /** Runs under way in this process. */
  readonly running: number
  /** Servers that do not answer, and when they are tried again. */
  readonly away: readonly { readonly system: 'siagh' | 'crm'; readonly until: number }[]
}

/** One company's synchronisation. */
export interface Sync {
  readonly company: string
  /** Brings one person or organization into Siagh now. `busy`: a worker has it. */
  syncIdentity(ref: { readonly id: string; readonly type?: IdentityType }): ResultAsync<Outcome, SyncError>
  /** Brings one invoice into Siagh now, its customer first where Siagh does not have it. */
  syncInvoice(ref: { readonly id: string }): ResultAsync<Outcome, SyncError>
  /** Brings one quote into Siagh now, its customer first where Siagh does not have it. */
  syncQuote(ref: { readonly id: string }): ResultAsync<Outcome, SyncError>
  /** Resolves once the change is on disk; it will be handled, whatever becomes of this process. */
  receive(change: Change): ResultAsync<Receipt, InvalidChange | StoreUnavailable>
  /**
   * Makes sure that the store belongs to this company and these two servers, and records them where the store knows none yet. An
   * application calls it before it takes webhooks. `start` and every run, import, catch-up and comparison do the same by themselves, and
   * a run asks before its first write whether Siagh's login leads to the same branch. `foreign_store`: it does not; see
   * `SyncOptions.acceptNewServers`.
   */
  confirmServers(): ResultAsync<void, StoreUnavailable | ForeignStore>
  /**
   * Starts the workers and the sweep. `concurrency` is how many calls to the two servers they have under way at once, default 4; up to twice
   * as many records are in hand, of which the others wait for the store. Throws where it is no whole number above 0.
   */
  start(options?: {
    readonly concurrency?: number
  }): ResultAsync<void, StoreUnavailable | ForeignStore | QueueUnavailable>
  /** Takes no more work and resolves when what runs has ended. */
  stop(): Promise<void>
  /** Dead letters, the oldest first. */
  failures(
    filter?: { readonly kind?: EntityKind; readonly error?: SyncErrorKind },
    page?: PageRequest,
  ): ResultAsync<Page<InboxEntry>, StoreUnavailable>
  /** Handles a dead letter afresh, with all its attempts. `not_failed`: it is not among the failures. */
  retry(ref: EntityRef): ResultAsync<'retried' | 'not_failed', StoreUnavailable>
  /** Does so for all that match, page by page, and answers how many. */
  retryAll(filter?: {
    readonly kind?: EntityKind
    readonly error?: SyncErrorKind
  }): ResultAsync<{ readonly retried: number }, StoreUnavailable>
  /** Documents in doubt, in a stable order. A page may hold fewer than were asked for, or none, and still have a next one. */
  inDoubt(page?: PageRequest): ResultAsync<Page<DocumentInDoubt>, StoreUnavailable>
  /**
   * Ends the doubt about a document. `not_in_doubt`: there is none. The error `in_doubt` with `waitMs` answers a `not-created` that came
   * too early: the write may still arrive in Siagh. Look in Siagh again after `waitMs` milliseconds.
   */
  settleInDoubt(ref: EntityRef, verdict: Verdict): ResultAsync<'settled' | 'not_in_doubt', SyncError>
  /** What was done, the newest first. */
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
  /** Notes what changed in the CRM since the last time, as if its webhooks came now. An error is the last thing that is yielded. */
  catchUp(options?: CatchUpOptions): AsyncIterable<Result<CatchUpEvent, SyncError>>
  /** For packages that work on a whole company, such as `first-import` and `reconcile`. Not for applications: it may change in any version. */
  readonly internals: SyncInternals
}
