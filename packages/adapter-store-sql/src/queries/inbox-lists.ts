import type { EntityKind, PageRequest, SyncErrorKind } from '@siagh-sync/sync-core'
import { sql, type Kysely } from 'kysely'
import { allRows } from '../operation'
import { readCursor, rowsFor } from '../paging'
import type { Schema } from '../schema'

// Written out, not bound: an index that holds the dead letters alone serves only a query that names the state itself.
const failed = sql.lit('failed' as const)

// Before every entry there can be: times are never negative.
const beginning: readonly [number, EntityKind, string] = [-1, 'identity', '']

/** What dead letters are listed by. */
export interface FailureFilter {
  readonly kind?: EntityKind
  readonly error?: SyncErrorKind
}

/** The statements that walk over the entries which are not settled. `leasesAt` is the store's clock. */
export function inboxLists(db: Kysely<Schema>) {
  return {
    due: (company: string, now: number, leasesAt: number, page: PageRequest) =>
      allRows(selectDue(db, company, now, leasesAt, page)),
    failures: (company: string, filter: FailureFilter, page: PageRequest) =>
      allRows(selectFailures(db, company, filter, page)),
    counts: (company: string) => allRows(selectCounts(db, company)),
    purge: (company: string, before: number, limit: number) => allRows(deleteSettled(db, company, before, limit)),
  }
}

function selectDue(db: Kysely<Schema>, company: string, now: number, leasesAt: number, page: PageRequest) {
  const [dueAt, kind, id] = readCursor(page, beginning)
  const held = db
    .selectFrom('lease')
    .select('lease.token')
    .where('lease.company', '=', sql.ref<string>('inbox.company'))
    .where('lease.kind', '=', sql.ref<EntityKind>('inbox.kind'))
    .where('lease.crm_id', '=', sql.ref<string>('inbox.crm_id'))
    .where('lease.expires_at', '>', leasesAt)
  return db
    .selectFrom('inbox')
    .select(['company', 'kind', 'crm_id', 'due_at'])
    .where('company', '=', company)
    .where('state', '=', 'pending')
    .where('due_at', '<=', now)
    .where((eb) => eb(eb.refTuple('due_at', 'kind', 'crm_id'), '>', eb.tuple(dueAt, kind, id)))
    .where((eb) => eb.not(eb.exists(held)))
    .orderBy('due_at')
    .orderBy('kind')
    .orderBy('crm_id')
    .limit(rowsFor(page))
}

function selectFailures(db: Kysely<Schema>, company: string, { kind, error }: FailureFilter, page: PageRequest) {
  const [notedAt, afterKind, afterId] = readCursor(page, beginning)
  let query = db.selectFrom('inbox').selectAll().where('company', '=', company).where('state', '=', failed)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (error !== undefined) query = query.where('error_kind', '=', error)
  return query
    .where((eb) => eb(eb.refTuple('noted_at', 'kind', 'crm_id'), '>', eb.tuple(notedAt, afterKind, afterId)))
    .orderBy('noted_at')
    .orderBy('kind')
    .orderBy('crm_id')
    .limit(rowsFor(page))
}

const selectCounts = (db: Kysely<Schema>, company: string) =>
  db
    .selectFrom('inbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('entries'), fn.min('noted_at').as('oldest')])
    .where('company', '=', company)
    .where('state', 'in', ['pending', 'failed'])
    .groupBy('state')

/** Asks for the state twice: a note that comes between the choice and the deletion saves its entry. */
function deleteSettled(db: Kysely<Schema>, company: string, before: number, limit: number) {
  const old = db
    .selectFrom('inbox')
    .select(['kind', 'crm_id'])
    .where('company', '=', company)
    .where('state', '=', 'settled')
    .where('due_at', '<', before)
    .orderBy('due_at')
    .limit(limit)
  return db
    .deleteFrom('inbox')
    .where('company', '=', company)
    .where('state', '=', 'settled')
    .where((eb) => eb(eb.refTuple('kind', 'crm_id'), 'in', old.$asTuple('kind', 'crm_id')))
    .returning('generation')
}

/** What `inboxLists` returns. */
export type InboxLists = ReturnType<typeof inboxLists>
