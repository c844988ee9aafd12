import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import type {
  ChangeEvent,
  EntityKind,
  IdentityType,
  OutcomeKind,
  RecordKey,
  SiaghIds,
  Trigger,
  Warning,
} from '../types'

/**
 * What a sync remembers. Every method of every part either answers from the store or fails with `store_unavailable`: a
 * store that is down never reads as "not found". No method throws or rejects. Times are milliseconds since 1970, ids are
 * opaque text of up to 200 characters, and companies never see each other's records.
 */
export interface Store {
  readonly mappings: Mappings
  readonly inbox: Inbox
  readonly journal: Journal
  readonly leases: Leases
  /** Waits for the writes under way, then lets go of the backend. Calling it twice is harmless. */
  close(): ResultAsync<void, StoreUnavailable>
}

/** The right to handle one record, held by one worker until `expiresAt` (on the store's clock) unless renewed. */
export interface Lease {
  readonly key: RecordKey
  /** Unique to this holding; a write under a lease that was lost is refused by it. */
  readonly token: string
  readonly expiresAt: number
}

export interface Leases {
  /**
   * Takes the lease of `key` for `ttlMs`. `null`: somebody has it (the caller itself included). Of any number of callers at
   * once, one gets it. An expired lease counts as free, whoever held it.
   */
  acquire(key: RecordKey, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Holds it for another `ttlMs` from now. `null`: it was lost, even if nobody else has taken it since. */
  renew(lease: Lease, ttlMs: number): ResultAsync<Lease | null, StoreUnavailable>
  /** Gives it back. Giving back a lease that was lost changes nothing. */
  release(lease: Lease): ResultAsync<void, StoreUnavailable>
}

/** What a mapping points to. Within a company, a contact or pre-invoice code belongs to one mapping of that target. */
export type MappingTarget = 'contact' | 'pre-invoice'

export type MappingState =
  /** A write to Siagh was about to be sent and its end was not recorded. */
  | 'intent'
  /** The record has its counterpart. */
  | 'linked'
  /** Nobody can know whether the counterpart exists; an operator has to say. */
  | 'in_doubt'

/** What the flow remembers beside the ids; opaque to the store, kept as JSON. */
export type MappingDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>

export interface MappingDraft {
  readonly key: RecordKey
  readonly state: MappingState
  readonly siagh?: SiaghIds
  /** Hash of what was last written; `''` where nothing was. */
  readonly fingerprint: string
  readonly detail: MappingDetail
}

export interface Mapping extends MappingDraft {
  /** 1 for a new mapping, one more with every save. */
  readonly version: number
  readonly updatedAt: number
}

export type SaveMapping =
  | { readonly status: 'saved'; readonly mapping: Mapping }
  /** The mapping is not at `expectedVersion`. Nothing was written. */
  | { readonly status: 'conflict' }
  /** Another record of the company is mapped to this `siagh.code` or `siagh.recordId`. Nothing was written. */
  | { readonly status: 'taken'; readonly by: RecordKey }
  | { readonly status: 'lease_lost' }

export interface Mappings {
  /** `null`: this record was never mapped. */
  get(key: RecordKey): ResultAsync<Mapping | null, StoreUnavailable>
  /** The mapping that holds this Siagh code. `null`: none does. */
  findByCode(company: string, target: MappingTarget, code: string): ResultAsync<Mapping | null, StoreUnavailable>
  /** The mapping that holds this `RecordId`, compared without regard to case. `null`: none does. */
  findByRecordId(company: string, recordId: string): ResultAsync<Mapping | null, StoreUnavailable>
  /**
   * Writes the mapping of the leased record, if it is still at `expectedVersion` (0: there is none yet). Of several callers
   * with the same version one is `saved`, the others get `conflict`.
   */
  save(lease: Lease, draft: MappingDraft, expectedVersion: number): ResultAsync<SaveMapping, StoreUnavailable>
  /** Forgets the mapping of the leased record, if it is still at `expectedVersion`. */
  remove(lease: Lease, expectedVersion: number): ResultAsync<'removed' | 'conflict' | 'lease_lost', StoreUnavailable>
  /** A page of mappings in a stable order. */
  list(
    company: string,
    filter: { readonly kind?: EntityKind; readonly state?: MappingState },
    page: PageRequest,
  ): ResultAsync<Page<Mapping>, StoreUnavailable>
}

export interface PageRequest {
  readonly limit: number
  /** `next` of the page before. */
  readonly after?: string
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Absent on the last page. */
  readonly next?: string
}

/** An error as it is kept: no stack, no cause, nothing but text. */
export interface StoredError {
  readonly kind: SyncErrorKind
  readonly message: string
  /** Reasons, issues or candidates, one line each. */
  readonly details: readonly string[]
}

export interface Note {
  readonly key: RecordKey
  readonly event: ChangeEvent
  readonly type?: IdentityType
  readonly trigger: Trigger
  readonly at: number
}

export interface InboxEntry {
  readonly key: RecordKey
  /** Grows by one with every note. */
  readonly generation: number
  /** Of the latest note. */
  readonly event: ChangeEvent
  /** The latest that any note has told. */
  readonly type?: IdentityType
  readonly trigger: Trigger
  /** When the earliest note came that is not settled. */
  readonly notedAt: number
  /** `pending`: to be handled at `dueAt`; `failed`: a dead letter; `settled`: nothing to do. */
  readonly state: 'pending' | 'failed' | 'settled'
  /** Attempts used up since the state was last `settled` or `failed`. */
  readonly attempts: number
  readonly dueAt: number
  /** Of the latest attempt, where it failed. */
  readonly error?: StoredError
}

export interface Inbox {
  /**
   * Resolves once the change is on disk. A record has one entry: a note on it raises `generation`. A note on a settled or
   * failed entry makes it pending, due at `note.at`, with no attempts; on a pending one it leaves `dueAt` and `attempts` alone.
   * Notes that arrive together are written together.
   */
  note(note: Note): ResultAsync<{ readonly generation: number }, StoreUnavailable>
  /** `null`: nothing was ever noted about this record. */
  read(key: RecordKey): ResultAsync<InboxEntry | null, StoreUnavailable>
  /** `newer`: a note came after `generation`; the entry stays pending, due at `dueAt`, with no attempts. */
  settle(
    lease: Lease,
    generation: number,
    dueAt: number,
  ): ResultAsync<'settled' | 'newer' | 'lease_lost', StoreUnavailable>
  /** Keeps the entry pending, to be tried again at `dueAt`. */
  postpone(
    lease: Lease,
    attempt: { readonly attempts: number; readonly dueAt: number; readonly error: StoredError },
  ): ResultAsync<'postponed' | 'lease_lost', StoreUnavailable>
  /** Makes a dead letter. `newer`: as for `settle`. */
  bury(
    lease: Lease,
    generation: number,
    failure: { readonly attempts: number; readonly dueAt: number; readonly error: StoredError },
  ): ResultAsync<'buried' | 'newer' | 'lease_lost', StoreUnavailable>
  /** Pending entries with `dueAt <= now` that nobody holds a lease on, the longest due first. */
  due(company: string, now: number, page: PageRequest): ResultAsync<Page<RecordKey>, StoreUnavailable>
  /** Dead letters, the oldest first. */
  failures(
    company: string,
    filter: { readonly kind?: EntityKind; readonly error?: SyncErrorKind },
    page: PageRequest,
  ): ResultAsync<Page<InboxEntry>, StoreUnavailable>
  counts(
    company: string,
  ): ResultAsync<
    { readonly pending: number; readonly failed: number; readonly oldestPendingAt?: number },
    StoreUnavailable
  >
}

/** What happened in one run. Holds ids and nothing else about the record. */
export interface JournalEntry {
  readonly at: number
  readonly key: RecordKey
  readonly trigger: Trigger
  /** From 1. */
  readonly attempt: number
  /** Either `outcome` or `error` is there. */
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly siagh?: SiaghIds
  readonly durationMs: number
  /** The calls made to the two servers, in order: `crm.getPerson`, `siagh.createContact`. */
  readonly calls: readonly string[]
  readonly warnings: readonly Warning[]
}

export interface Journal {
  append(entry: JournalEntry): ResultAsync<void, StoreUnavailable>
  /** The newest first. */
  list(
    company: string,
    filter: {
      readonly kind?: EntityKind
      readonly id?: string
      readonly outcome?: OutcomeKind
      readonly error?: SyncErrorKind
      readonly since?: number
    },
    page: PageRequest,
  ): ResultAsync<Page<JournalEntry>, StoreUnavailable>
}
