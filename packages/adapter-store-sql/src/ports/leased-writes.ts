import type { InboxEntry } from '@siagh-sync/sync-core'
import type { Operation } from '../operation'
import type { Buried, Postponed, Settled } from '../queries/inbox-changes'
import type { MappingRow } from '../queries/mappings'
import type { KeyColumns, MarkTable } from '../schema'

/** The state that a leased entry came to. A record that was never noted has none, and that is well. */
export type ChangedEntry = InboxEntry['state'] | 'lease_lost' | undefined

/** What became of a save, in columns. */
export type SavedRow =
  | { readonly status: 'saved'; readonly updatedAt: number }
  | { readonly status: 'conflict' }
  | { readonly status: 'taken'; readonly by: KeyColumns }
  | { readonly status: 'lease_lost' }

/**
 * The writes that a lease has to cover. Each asks for the lease and writes in one transaction that no takeover can slip into. One
 * database does that in several statements because nobody else writes meanwhile, the other in a single statement with locks: so
 * these, and little else, are written twice.
 */
export interface LeasedWrites {
  settle(token: string, entry: Settled): Operation<ChangedEntry>
  postpone(token: string, entry: Postponed): Operation<ChangedEntry>
  bury(token: string, entry: Buried): Operation<ChangedEntry>
  /** Writes the row if the mapping is at `expectedVersion` (0: there is none) and no other record has its code or `RecordId`. */
  save(token: string, row: MappingRow, expectedVersion: number): Operation<SavedRow>
  remove(token: string, key: KeyColumns, expectedVersion: number): Operation<'removed' | 'conflict' | 'lease_lost'>
  /** The columns of the record are those of the lease; the mark is its company's. */
  setMark(token: string, mark: KeyColumns & MarkTable): Operation<'set' | 'lease_lost'>
}
