import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import type { EntityKind, OutcomeKind, RecordKey, SiaghIds, Trigger, Warning } from '../types'
import type { Page, PageRequest } from './paging'
import type { SeriesBucket, SeriesRequest } from './series'

/** One run, or one action of an operator. Holds ids and nothing else about the record. */
export interface JournalEntry {
  readonly at: number
  readonly key: RecordKey
  readonly trigger: Trigger
  /** From 1. */
  readonly attempt: number
  /** Either `outcome` or `error` is present. */
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly siagh?: SiaghIds
  readonly durationMs: number
  /** The calls to the two servers, in order. Examples: `crm.getPerson`, `siagh.createContact`. */
  readonly calls: readonly string[]
  readonly warnings: readonly Warning[]
  /** The name of the person who has asked for it, at most 100 characters. Absent: a program. */
  readonly by?: string
}

/** What was done. Each run adds an entry at its end, by `Flow.finish`. Old entries are purged. */
export interface Journal {
  /**
   * Adds an entry outside of a run, and resolves when it is on disk. If the answer is lost and the call is repeated,
   * the entry may be there twice.
   */
  add(entry: JournalEntry): ResultAsync<void, StoreUnavailable>
  /** The newest entry comes first. */
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
  /**
   * Counts the runs in each step of a time, for a chart. Actions of operators are left out, and so are steps without
   * runs. At most 1,000 steps. What is written meanwhile may be counted in part.
   */
  series(company: string, request: SeriesRequest): ResultAsync<readonly SeriesBucket[], StoreUnavailable>
  /** Removes at most `limit` entries from before `before`, the oldest first, and returns how many were removed. */
  purge(company: string, before: number, limit: number): ResultAsync<number, StoreUnavailable>
}
