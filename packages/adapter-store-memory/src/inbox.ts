import type { Inbox, Lease } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { findDead, findDue, tally } from './inbox-lists'
import { toEntry, type InboxTable, type Row } from './inbox-table'
import { buried, noted, postponed, settled } from './inbox-transitions'
import type { LeaseTable } from './leases'

/** The inbox port over `table`. */
export function memoryInbox(attempt: Attempt, leases: LeaseTable, table: InboxTable): Inbox {
  const write = (lease: Lease, change: (before: Row) => Row) => {
    if (!leases.covers(lease)) return 'lease_lost'
    const before = table.get(lease.key)
    return before === undefined ? 'never_noted' : table.put(change(before)).state
  }
  return {
    note: (note) => attempt(() => ({ generation: table.put(noted(table.get(note.key), note)).generation })),
    read: (key) =>
      attempt(() => {
        const row = table.get(key)
        return row === undefined ? null : toEntry(row)
      }),
    settle: (lease, generation, dueAt) =>
      attempt(() => {
        const state = write(lease, (before) => settled(before, generation, dueAt))
        if (state === 'lease_lost') return state
        return state === 'pending' ? 'newer' : 'settled'
      }),
    postpone: (lease, failure) =>
      attempt(() => {
        const state = write(lease, (before) => postponed(before, failure))
        return state === 'lease_lost' ? state : 'postponed'
      }),
    bury: (lease, generation, failure) =>
      attempt(() => {
        const state = write(lease, (before) => buried(before, generation, failure))
        if (state === 'lease_lost') return state
        return state === 'pending' ? 'newer' : 'buried'
      }),
    due: (company, now, page) => attempt(() => findDue(table, leases, company, now, page)),
    failures: (company, filter, page) => attempt(() => findDead(table, company, filter, page)),
    counts: (company) => attempt(() => tally(table, company)),
    purge: (company, before, limit) => attempt(() => table.purge(company, before, limit)),
  }
}
