import type { ResultAsync } from 'neverthrow'
import type { Said } from '../messages/saying'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import type { ChangeEvent, EntityKind, IdentityType, RecordKey, Trigger } from '../types'
import type { Page, PageRequest } from './paging'

/** An error as it is kept: no stack, no cause, nothing but text. */
export interface StoredError {
  readonly kind: SyncErrorKind
  /** In English. */
  readonly message: string
  /** Reasons, issues or candidates, one line each. */
  readonly details: readonly string[]
  /** Message and details, to be said in any language. Absent: an older version has stored the error. */
  readonly said?: Said
}

/** A change to remember. */
export interface Note {
  readonly key: RecordKey
  readonly event: ChangeEvent
  readonly type?: IdentityType
  readonly trigger: Trigger
  readonly at: number
}

/** All that is noted about one record. */
export interface InboxEntry {
  readonly key: RecordKey
  /** Grows by one with every note. */
  readonly generation: number
  /** Of the latest note. */
  readonly event: ChangeEvent
  /** The latest that any note has told. */
  readonly type?: IdentityType
  readonly trigger: Trigger
  /**
   * When the earliest note came that is not settled: the first after the generation that was settled, or the first of all. Where
   * more than 64 notes came after that generation, it may be the time of one of them.
   */
  readonly notedAt: number
  /** `pending`: to be handled at `dueAt`; `failed`: a dead letter; `settled`: nothing to do. */
  readonly state: 'pending' | 'failed' | 'settled'
  /** Attempts used up since the state was last `settled` or `failed`. */
  readonly attempts: number
  readonly dueAt: number
  /** Of the latest attempt, where it failed. */
  readonly error?: StoredError
}

/** What was accepted, until it is handled or given up: changes, attempts and dead letters. */
export interface Inbox {
  /**
   * Resolves once the change is on disk. A record has one entry: a note on it raises `generation`. A note on a failed entry makes
   * it pending, due at `note.at`, with no attempts; on a settled one likewise, but not before the time that its settlement gave. On a
   * pending one it leaves `dueAt` and `attempts` alone, except that one waiting for a `revisit` is due at `note.at` if that is
   * earlier. Notes that arrive together are written together.
   */
  note(note: Note): ResultAsync<{ readonly generation: number }, StoreUnavailable>
  /** `null`: nothing was ever noted about this record. */
  read(key: RecordKey): ResultAsync<InboxEntry | null, StoreUnavailable>
  /** Pending entries with `dueAt <= now` that nobody holds a lease on, the longest due first. */
  due(company: string, now: number, page: PageRequest): ResultAsync<Page<RecordKey>, StoreUnavailable>
  /** Dead letters, the oldest first. */
  failures(
    company: string,
    filter: { readonly kind?: EntityKind; readonly error?: SyncErrorKind },
    page: PageRequest,
  ): ResultAsync<Page<InboxEntry>, StoreUnavailable>
  /** How much there is of what is not settled. `oldestPendingAt` is the earliest `notedAt` of the pending entries; absent where there is none. */
  counts(
    company: string,
  ): ResultAsync<
    { readonly pending: number; readonly failed: number; readonly oldestPendingAt?: number },
    StoreUnavailable
  >
  /**
   * Forgets at most `limit` settled entries whose `dueAt` is before `before`, those of the longest ago first, and answers how many.
   * The record's next note begins anew, with generation 1.
   */
  purge(company: string, before: number, limit: number): ResultAsync<number, StoreUnavailable>
}
