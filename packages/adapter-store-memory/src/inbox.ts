import type { Inbox, InboxEntry, Lease, Note, StoredError } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { createInboxTable, type Row } from './inbox-table'
import type { LeaseTable } from './leases'
import { pageOf } from './paging'

/** The inbox port over a map. */
export function memoryInbox(attempt: Attempt, leases: LeaseTable): Inbox {
  const table = createInboxTable()

  /** Writes the entry of the leased record; `undefined` where the lease was lost. */
  const write = (lease: Lease, change: (row: Row) => Row) => {
    const row = leases.covers(lease) ? table.get(lease.key) : undefined
    return row && table.put(change(row))
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
        const row = write(lease, (before) =>
          before.generation > generation
            ? withoutError({ ...before, notedAt: before.latestAt, state: 'pending', attempts: 0, dueAt })
            : withoutError({ ...before, state: 'settled', attempts: 0 }),
        )
        return row === undefined ? 'lease_lost' : row.state === 'settled' ? 'settled' : 'newer'
      }),
    postpone: (lease, { attempts, dueAt, error }) =>
      attempt(() => {
        const row = write(lease, (before) => ({ ...before, state: 'pending', attempts, dueAt, error: kept(error) }))
        return row === undefined ? 'lease_lost' : 'postponed'
      }),
    bury: (lease, generation, { attempts, dueAt, error }) =>
      attempt(() => {
        const row = write(lease, (before) =>
          before.generation > generation
            ? { ...before, state: 'pending', attempts: 0, dueAt, error: kept(error) }
            : { ...before, state: 'failed', attempts, error: kept(error) },
        )
        return row === undefined ? 'lease_lost' : row.state === 'failed' ? 'buried' : 'newer'
      }),
    due: (company, now, page) =>
      attempt(() => {
        const waiting = table.open(company, 'pending').filter((row) => row.dueAt <= now && !leases.isHeld(row.key))
        const { items, ...rest } = pageOf(waiting, ({ dueAt, key }) => [dueAt, key.kind, key.id], page)
        return { ...rest, items: items.map((row) => row.key) }
      }),
    failures: (company, filter, page) =>
      attempt(() => {
        const wanted = table
          .open(company, 'failed')
          .filter(
            ({ key, error }) =>
              (filter.kind === undefined || key.kind === filter.kind) &&
              (filter.error === undefined || error?.kind === filter.error),
          )
        const { items, ...rest } = pageOf(wanted, ({ notedAt, key }) => [notedAt, key.kind, key.id], page)
        return { ...rest, items: items.map(toEntry) }
      }),
    counts: (company) =>
      attempt(() => {
        const pending = table.open(company, 'pending')
        const counts = { pending: pending.length, failed: table.open(company, 'failed').length }
        if (pending.length === 0) return counts
        return { ...counts, oldestPendingAt: pending.reduce((oldest, row) => Math.min(oldest, row.notedAt), Infinity) }
      }),
  }
}

function noted(before: Row | undefined, { key, event, type, trigger, at }: Note): Row {
  const told = { key, event, trigger, latestAt: at, ...(type !== undefined && { type }) }
  if (before === undefined) return { ...told, generation: 1, notedAt: at, state: 'pending', attempts: 0, dueAt: at }
  const next = { ...before, ...told, generation: before.generation + 1 }
  switch (before.state) {
    case 'pending':
      return next
    case 'failed':
      return { ...next, state: 'pending', attempts: 0, dueAt: at }
    case 'settled':
      return { ...next, state: 'pending', attempts: 0, dueAt: at, notedAt: at }
  }
}

const toEntry = ({ latestAt: _, ...entry }: Row): InboxEntry => entry

const withoutError = ({ error: _, ...row }: Row): Row => row

/** Only the fields of the port: an error object that carries more keeps its stack and cause to itself. */
const kept = ({ kind, message, details }: StoredError): StoredError => ({ kind, message, details: [...details] })
