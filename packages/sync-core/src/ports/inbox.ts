import type { ResultAsync } from 'neverthrow'
import type { Said } from '../messages/saying'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import type { ChangeEvent, EntityKind, IdentityType, RecordKey, Trigger } from '../types'
import type { FailureReason } from './failure-reasons'
import type { Page, PageRequest } from './paging'

/** An error as it is stored: only text, without stack and cause. */
export interface StoredError {
  readonly kind: SyncErrorKind
  /** In English. */
  readonly message: string
  /** Reasons, issues or candidates. One line each. */
  readonly details: readonly string[]
  /**
   * Message and details in a form that can be shown in any language. Absent: an older version has stored the error.
   */
  readonly said?: Said
}

/** Which dead letters. */
export interface FailureFilter {
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
  /** As `failureReasons` returns it. */
  readonly reason?: string
}

/** A change to note. */
export interface Note {
  readonly key: RecordKey
  readonly event: ChangeEvent
  readonly type?: IdentityType
  readonly trigger: Trigger
  readonly at: number
}

/** Everything that is noted about one record. */
export interface InboxEntry {
  readonly key: RecordKey
  /** Each note adds one. */
  readonly generation: number
  /** The event of the latest note. */
  readonly event: ChangeEvent
  /** The latest type that a note has named. */
  readonly type?: IdentityType
  readonly trigger: Trigger
  /**
   * The time of the earliest note that is not settled: the first note after the settled generation, or the first of
   * all. If more than 64 notes came after that generation, it may be the time of a later one of them.
   */
  readonly notedAt: number
  /** The time of the latest note. */
  readonly latestAt: number
  /** `pending`: to be handled at `dueAt`. `failed`: a dead letter. `settled`: there is nothing to do. */
  readonly state: 'pending' | 'failed' | 'settled'
  /** Attempts since the state was last `settled` or `failed`. */
  readonly attempts: number
  readonly dueAt: number
  /** The error of the latest attempt, if that has failed. */
  readonly error?: StoredError
}

/** The accepted changes, until they are handled or given up. Also their attempts and the dead letters. */
export interface Inbox {
  /**
   * Resolves when the change is on disk. A record has one entry, and each note on it raises `generation`. A note on a
   * failed entry makes it pending, due at `note.at`, with no attempts. A note on a settled entry does the same, but
   * the entry is not due before the `dueAt` with which it was settled. A note on a pending entry does not change
   * `dueAt` and `attempts`. Exception: an entry that waits for a `revisit` is due at `note.at` if that is earlier.
   * Notes that arrive together are written together.
   */
  note(note: Note): ResultAsync<{ readonly generation: number }, StoreUnavailable>
  /** `null`: nothing was noted about this record. */
  read(key: RecordKey): ResultAsync<InboxEntry | null, StoreUnavailable>
  /**
   * Pending entries with `dueAt <= now` and without a lease. The entry that is due for the longest time comes first.
   */
  due(company: string, now: number, page: PageRequest): ResultAsync<Page<RecordKey>, StoreUnavailable>
  /** Dead letters. The oldest comes first. */
  failures(company: string, filter: FailureFilter, page: PageRequest): ResultAsync<Page<InboxEntry>, StoreUnavailable>
  /** The dead letters by their reasons, the most frequent first. At most 200 reasons. */
  failureReasons(company: string): ResultAsync<readonly FailureReason[], StoreUnavailable>
  /**
   * Counts the entries that are not settled. `oldestPendingAt` is the earliest `notedAt` of the pending entries.
   * Absent: there is no pending entry.
   */
  counts(
    company: string,
  ): ResultAsync<
    { readonly pending: number; readonly failed: number; readonly oldestPendingAt?: number },
    StoreUnavailable
  >
  /**
   * Removes at most `limit` settled entries with a `dueAt` before `before`, the oldest first, and returns how many
   * were removed. The next note of such a record starts again with generation 1.
   */
  purge(company: string, before: number, limit: number): ResultAsync<number, StoreUnavailable>
}
