import type { InboxEntry } from '@siagh-sync/sync-core'
import type { Operation } from '../operation'
import type { Buried, Postponed, Settled } from '../queries/inbox-changes'
import type { NewLine } from '../queries/journal'
import type { Holding, Term } from '../queries/leases'
import type { MappingRow } from '../queries/mappings'
import type { GapTable, HeldChangeTable, InboxTable, KeyColumns, MappingTable, MarkTable } from '../schema'

/** The result of a save, in columns. */
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
  readonly heldChange: HeldChangeTable | null
}

/** A change of an entry, in columns. */
export type EntryChange =
  | { readonly do: 'settle'; readonly values: Settled }
  | { readonly do: 'postpone'; readonly values: Postponed }
  | { readonly do: 'bury'; readonly values: Buried }

/** Everything that a run records at its end, in columns. */
export interface RunEndRows {
  /** If there is no row, the mapping is deleted. */
  readonly mapping?: { readonly row: MappingRow | null; readonly expectedVersion: number }
  readonly line?: NewLine
  readonly change?: EntryChange
  /** `null`: the held change is deleted. */
  readonly heldChange?: HeldChangeTable | null
  readonly keepLease: boolean
}

/** The result of the end of a run, in columns. */
export type FinishedRow =
  | {
      readonly status: 'finished'
      /** The time of the saved mapping. Absent: no mapping was saved. */
      readonly updatedAt?: number
      /** The state of the changed entry. `undefined`: no entry was changed. */
      readonly state: InboxEntry['state'] | undefined
    }
  | { readonly status: 'conflict' }
  | { readonly status: 'taken'; readonly by: KeyColumns }
  | { readonly status: 'lease_lost' }

/**
 * The writes that need a lease. Each one checks the lease and writes in one transaction, so no other worker can take
 * the lease over in between. SQLite needs several statements for that, because nobody else writes meanwhile.
 * PostgreSQL needs a single statement with locks. So these writes, and little else, exist twice.
 */
export interface LeasedWrites {
  /**
   * Takes the lease and reads the record. `undefined`: somebody has the lease. `record` is `null` if it was perhaps
   * read before the lease was taken. Then it has to be read again.
   */
  begin(term: Term): Operation<{ readonly expires_at: number; readonly record: RecordRows | null } | undefined>
  readRecord(key: KeyColumns): Operation<RecordRows>
  /** Writes everything or nothing. */
  finish(holding: Holding, end: RunEndRows): Operation<FinishedRow>
  /**
   * Writes the row if the mapping is at `expectedVersion` (0: there is none) and no other record has its code or
   * `RecordId`.
   */
  save(token: string, row: MappingRow, expectedVersion: number): Operation<SavedRow>
  /** The columns of the record are those of the lease. The mark belongs to the company of the lease. */
  setMark(token: string, mark: KeyColumns & MarkTable): Operation<'set' | 'lease_lost'>
}
