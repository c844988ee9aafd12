import { toFailureReasons, type Inbox, type StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { toColumns, toKey } from '../key-columns'
import { firstRow, mapped } from '../operation'
import { toPage } from '../paging'
import type { InboxQueries } from '../queries/inbox'
import type { Noted } from '../queries/note'
import { toEntry, toFailureCount } from './inbox-rows'
import type { Runner } from './runner'

/** Writes a note and returns its generation. Notes may be written together, to save a commit. */
export type WriteNote = (note: Noted) => ResultAsync<{ readonly generation: number }, StoreUnavailable>

/** The inbox port over SQL. */
export function sqlInbox(runner: Runner, queries: InboxQueries, writeNote: WriteNote): Inbox {
  return {
    note: ({ key, event, type = null, trigger, at }) =>
      writeNote({ ...toColumns(key), event, type, triggered_by: trigger, at }),
    ...unleased(runner, queries),
  }
}

function unleased(
  runner: Runner,
  queries: InboxQueries,
): Pick<Inbox, 'read' | 'due' | 'failures' | 'failureReasons' | 'counts' | 'purge'> {
  return {
    read: (key) =>
      runner.read(() =>
        mapped(firstRow(queries.read(toColumns(key))), (row) => (row === undefined ? null : toEntry(row))),
      ),
    due: (company, now, page) =>
      runner
        .read(() => queries.due(company, now, page))
        .map((rows) => toPage(rows, page, toKey, (row) => [row.due_at, row.kind, row.crm_id])),
    failures: (company, filter, page) =>
      runner.read(() =>
        mapped(queries.failures(company, filter, page), (rows) =>
          toPage(rows, page, toEntry, (row) => [row.noted_at, row.kind, row.crm_id]),
        ),
      ),
    failureReasons: (company) =>
      runner.read(() => queries.reasons(company)).map((rows) => toFailureReasons(rows.flatMap(toFailureCount))),
    counts: (company) =>
      runner
        .read(() => queries.counts(company))
        .map((rows) => {
          const pending = rows.find(({ state }) => state === 'pending')
          const failed = rows.find(({ state }) => state === 'failed')?.entries ?? 0
          if (pending === undefined) return { pending: 0, failed }
          return { pending: pending.entries, failed, oldestPendingAt: pending.oldest }
        }),
    purge: (company, before, limit) =>
      runner.writeUnsynced(() => queries.purge(company, before, limit)).map((rows) => rows.length),
  }
}
