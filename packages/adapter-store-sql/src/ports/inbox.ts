import type { Inbox, InboxEntry, Lease } from '@siagh-sync/sync-core'
import { toColumns, toKey } from '../key-columns'
import { firstRow, type Operation, type Statement } from '../operation'
import { toPage } from '../paging'
import type { InboxQueries } from '../queries/inbox'
import type { InboxLists } from '../queries/inbox-lists'
import type { LeaseQueries } from '../queries/leases'
import { toEntry, toFailureColumns } from './inbox-rows'
import type { Runner } from './runner'

/** The inbox port over SQL. */
export function sqlInbox(runner: Runner, queries: InboxQueries, lists: InboxLists, leases: LeaseQueries): Inbox {
  type After = { readonly state: InboxEntry['state'] }

  /** Writes the leased entry and tells the state it came to. A record that was never noted has none, and that is well. */
  const change = (lease: Lease, statement: Statement<After>) =>
    runner.write(function* (): Operation<InboxEntry['state'] | 'lease_lost' | undefined> {
      const held = yield* leases.holds({ ...toColumns(lease.key), token: lease.token, now: runner.now() })
      return held ? (yield* firstRow(statement))?.state : 'lease_lost'
    })

  return {
    note({ key, event, type = null, trigger, at }) {
      const statement = queries.note({ ...toColumns(key), event, type, triggered_by: trigger, at })
      return runner.write(() => firstRow(statement)).map((row) => ({ generation: row?.generation ?? 1 }))
    },
    read: (key) =>
      runner.read(() => firstRow(queries.read(toColumns(key)))).map((row) => (row === undefined ? null : toEntry(row))),
    settle: (lease, generation, dueAt) =>
      change(lease, queries.settle({ ...toColumns(lease.key), generation, due_at: dueAt })).map((state) => {
        if (state === 'lease_lost') return state
        return state === 'pending' ? 'newer' : 'settled'
      }),
    postpone: (lease, attempt) =>
      change(lease, queries.postpone({ ...toColumns(lease.key), ...toFailureColumns(attempt) })).map((state) =>
        state === 'lease_lost' ? state : 'postponed',
      ),
    bury: (lease, generation, failure) =>
      change(lease, queries.bury({ ...toColumns(lease.key), generation, ...toFailureColumns(failure) })).map(
        (state) => {
          if (state === 'lease_lost') return state
          return state === 'pending' ? 'newer' : 'buried'
        },
      ),
    ...inboxListing(runner, lists),
  }
}

function inboxListing(runner: Runner, lists: InboxLists): Pick<Inbox, 'due' | 'failures' | 'counts' | 'purge'> {
  return {
    due: (company, now, page) =>
      runner
        .read(() => lists.due(company, now, runner.now(), page))
        .map((rows) => toPage(rows, page, toKey, (row) => [row.due_at, row.kind, row.crm_id])),
    failures: (company, filter, page) =>
      runner
        .read(() => lists.failures(company, filter, page))
        .map((rows) => toPage(rows, page, toEntry, (row) => [row.noted_at, row.kind, row.crm_id])),
    counts: (company) =>
      runner
        .read(() => lists.counts(company))
        .map((rows) => {
          const pending = rows.find(({ state }) => state === 'pending')
          const failed = rows.find(({ state }) => state === 'failed')?.entries ?? 0
          if (pending === undefined) return { pending: 0, failed }
          return { pending: pending.entries, failed, oldestPendingAt: pending.oldest }
        }),
    purge: (company, before, limit) =>
      runner.writeUnsynced(() => lists.purge(company, before, limit)).map((rows) => rows.length),
  }
}
