import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable, SyncErrorKind } from '../errors'
import type { EntityKind, OutcomeKind, RecordKey, SiaghIds, Trigger, Warning } from '../types'
import type { Page, PageRequest } from './paging'

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

/** What was done. The end of each run adds to it, and in time it is purged at its other end. */
export interface Journal {
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
  /** Forgets at most `limit` entries from before `before`, the oldest first, and answers how many. */
  purge(company: string, before: number, limit: number): ResultAsync<number, StoreUnavailable>
}
