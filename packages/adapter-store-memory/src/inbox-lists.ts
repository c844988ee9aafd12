import {
  reasonOf,
  toFailureReasons,
  type FailureFilter,
  type FailureReason,
  type InboxEntry,
  type Page,
  type PageRequest,
  type RecordKey,
} from '@siagh-sync/sync-core'
import { toEntry, type InboxTable } from './inbox-table'
import type { LeaseTable } from './leases'
import { pageOf } from './paging'

/** The records that the sweep enqueues. The record that is due for the longest time comes first. */
export function findDue(
  table: InboxTable,
  leases: LeaseTable,
  company: string,
  now: number,
  page: PageRequest,
): Page<RecordKey> {
  const waiting = table.unsettled(company, 'pending').filter((row) => row.dueAt <= now && !leases.isHeld(row.key))
  const { items, ...rest } = pageOf(waiting, [0, '', ''], ({ dueAt, key }) => [dueAt, key.kind, key.id], page)
  return { ...rest, items: items.map((row) => row.key) }
}

/** Dead letters. The one with the earliest note comes first. */
export function findDead(
  table: InboxTable,
  company: string,
  { kind, error: errorKind, reason }: FailureFilter,
  page: PageRequest,
): Page<InboxEntry> {
  const dead = table
    .unsettled(company, 'failed')
    .filter(
      ({ key, error }) =>
        (kind ?? key.kind) === key.kind &&
        (errorKind ?? error?.kind) === error?.kind &&
        (reason === undefined || (error && reasonOf(error)) === reason),
    )
  const { items, ...rest } = pageOf(dead, [0, '', ''], ({ notedAt, key }) => [notedAt, key.kind, key.id], page)
  return { ...rest, items: items.map(toEntry) }
}

/** Counts the dead letters by their reasons. */
export function countReasons(table: InboxTable, company: string): readonly FailureReason[] {
  const counts = table.unsettled(company, 'failed').flatMap(({ key: { kind }, error, notedAt }) => {
    return error ? [{ reason: reasonOf(error), error: error.kind, kind, records: 1, notedAt }] : []
  })
  return toFailureReasons(counts)
}

/** Counts the pending and the failed entries. */
export function countEntries(table: InboxTable, company: string) {
  const pending = table.unsettled(company, 'pending')
  const counts = { pending: pending.length, failed: table.unsettled(company, 'failed').length }
  if (pending.length === 0) return counts
  return { ...counts, oldestPendingAt: pending.reduce((oldest, row) => Math.min(oldest, row.notedAt), Infinity) }
}
