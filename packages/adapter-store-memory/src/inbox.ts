import type { Inbox } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { countEntries, countReasons, findDead, findDue } from './inbox-lists'
import { toEntry, type InboxTable } from './inbox-table'
import { noted } from './inbox-transitions'
import type { LeaseTable } from './leases'

/** The inbox port over `table`. */
export function memoryInbox(attempt: Attempt, leases: LeaseTable, table: InboxTable): Inbox {
  return {
    note: (note) => attempt(() => ({ generation: table.put(noted(table.get(note.key), note)).generation })),
    read: (key) =>
      attempt(() => {
        const row = table.get(key)
        return row === undefined ? null : toEntry(row)
      }),
    due: (company, now, page) => attempt(() => findDue(table, leases, company, now, page)),
    failures: (company, filter, page) => attempt(() => findDead(table, company, filter, page)),
    failureReasons: (company) => attempt(() => countReasons(table, company)),
    counts: (company) => attempt(() => countEntries(table, company)),
    purge: (company, before, limit) => attempt(() => table.purge(company, before, limit)),
  }
}
