import type { EntityKind, PageRequest, SyncErrorKind } from '@siagh-sync/sync-core'
import { sql, type Kysely } from 'kysely'
import { allRows } from '../operation'
import { readCursor, rowsFor } from '../paging'
import type { Schema } from '../schema'

// Written out, not bound: an index that holds the dead letters alone serves only a query that names the state itself.
const failed = sql.lit('failed' as const)

// Before every entry there can be: times are never negative.
const beginning: readonly [number, EntityKind, string] = [-1, 'identity', '']

/** The statements that walk over the entries which are not settled. */
export function inboxLists(db: Kysely<Schema>) {
  return {
    due(company: string, now: number, leasesAt: number, page: PageRequest) {
      const [dueAt, kind, id] = readCursor(page, beginning)
      return allRows(
        db
          .selectFrom('inbox')
          .select(['company', 'kind', 'crm_id', 'due_at'])
          .where('company', '=', company)
          .where('state', '=', 'pending')
          .where('due_at', '<=', now)
          .where((eb) => eb(eb.refTuple('due_at', 'kind', 'crm_id'), '>', eb.tuple(dueAt, kind, id)))
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('lease')
                  .select('lease.token')
                  .whereRef('lease.company', '=', 'inbox.company')
                  .whereRef('lease.kind', '=', 'inbox.kind')
                  .whereRef('lease.crm_id', '=', 'inbox.crm_id')
                  .where('lease.expires_at', '>', leasesAt),
              ),
            ),
          )
          .orderBy('due_at')
          .orderBy('kind')
          .orderBy('crm_id')
          .limit(rowsFor(page)),
      )
    },
    failures(company: string, filter: { kind?: EntityKind; error?: SyncErrorKind }, page: PageRequest) {
      const [notedAt, kind, id] = readCursor(page, beginning)
      return allRows(
        db
          .selectFrom('inbox')
          .selectAll()
          .where('company', '=', company)
          .where('state', '=', failed)
          .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind ?? 'identity'))
          .$if(filter.error !== undefined, (query) => query.where('error_kind', '=', filter.error ?? 'defect'))
          .where((eb) => eb(eb.refTuple('noted_at', 'kind', 'crm_id'), '>', eb.tuple(notedAt, kind, id)))
          .orderBy('noted_at')
          .orderBy('kind')
          .orderBy('crm_id')
          .limit(rowsFor(page)),
      )
    },
    counts: (company: string) =>
      allRows(
        db
          .selectFrom('inbox')
          .select(({ fn }) => ['state', fn.countAll<number>().as('entries'), fn.min('noted_at').as('oldest')])
          .where('company', '=', company)
          .where('state', 'in', ['pending', 'failed'])
          .groupBy('state'),
      ),
  }
}

/** What `inboxLists` returns. */
export type InboxLists = ReturnType<typeof inboxLists>
