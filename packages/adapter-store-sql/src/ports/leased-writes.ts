import type { InboxEntry } from '@siagh-sync/sync-core'
import type { Operation } from '../operation'
import type { Buried, Postponed, Settled } from '../queries/inbox-changes'
import type { NewLine } from '../queries/journal'
import type { Holding, Term } from '../queries/leases'
import type { MappingRow } from '../queries/mappings'
import type { GapTable, InboxTable, KeyColumns, MappingTable, MarkTable } from '../schema'

/** What became of a save, in columns. */
export type SavedRow =
  | { readonly status: 'saved'; readonly updatedAt: number }
  | { readonly status: 'conflict' }
  | { readonly status: 'taken'; readonly by: KeyColumns }
  | { readonly status: 'lease_lost' }

/** What is known of a record when a run begins. */
export interface RecordRows {
  readonly entry: InboxTable | null
  readonly mapping: MappingTable | null
  readonly gaps: readonly GapTable[]
}

/** A change of an entry, in columns. */
export type EntryChange =
  | { readonly do: 'settle'; readonly values: Settled }
  | { readonly do: 'postpone'; readonly values: Postponed }
  | { readonly do: 'bury'; readonly values: Buried }

/** What a run leaves behind, in columns. */
export interface RunEndRows {
  /** Without a row the mapping is deleted. */
  readonly mapping?: { readonly row: MappingRow | null; readonly expectedVersion: number }
  readonly line?: NewLine
  readonly change?: EntryChange
  readonly keepLease: boolean
}

/** What became of the end of a run, in columns. */
export type FinishedRow =
  | {
      readonly status: 'finished'
      /** Of the mapping, where it was saved. */
      readonly updatedAt?: number
      /** Of the entry, where it was to be changed and is there. */
      readonly state: InboxEntry['state'] | undefined
    }
  | { readonly status: 'conflict' }
  | { readonly status: 'taken'; readonly by: KeyColumns }
  | { readonly status: 'lease_lost' }

/**
 * The writes that a lease has to cover. Each asks for the lease and writes in one transaction that no takeover can slip into. One
 * database does that in several statements because nobody else writes meanwhile, the other in a single statement with locks: so
 * these, and little else, are written twice.
 */
export interface LeasedWrites {
  /**
   * Takes the lease and reads the record; `undefined`: somebody has it. `record` is `null` where it may have been read before the lease was
   * taken, and has to be read again.
   */
  begin(term: Term): Operation<{ readonly expires_at: number; readonly record: RecordRows | null } | undefined>
  readRecord(key: KeyColumns): Operation<RecordRows>
  /** Writes all of it, or nothing. */
  finish(holding: Holding, end: RunEndRows): Operation<FinishedRow>
  /** Writes the row if the mapping is at `expectedVersion` (0: there is none) and no other record has its code or `RecordId`. */
  save(token: string, row: MappingRow, expectedVersion: number): Operation<SavedRow>
  /** The columns of the record are those of the lease; the mark is its company's. */
  setMark(token: string, mark: KeyColumns & MarkTable): Operation<'set' | 'lease_lost'>
}
