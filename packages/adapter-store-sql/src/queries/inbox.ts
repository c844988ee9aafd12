import type { EntityKind, FailureFilter, PageRequest } from '@siagh-sync/sync-core'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect'
import { allRows } from '../operation'
import { readCursor, rowsFor } from '../paging'
import { prepared, type Slots } from '../prepared'
import type { KeyColumns, Schema } from '../schema'

// A literal and not a bound value: the index of dead letters is used only if the query names the state itself.
const failed = sql.lit('failed' as const)

// Comes before every possible entry: times are never negative.
const beginning: readonly [number, EntityKind, string] = [-1, 'identity', '']

/** The statements on entries that need no lease. */
export function inboxQueries(dialect: Dialect) {
  const { db } = dialect
  return {
    read: prepared((at: Slots<KeyColumns>) =>
      db
        .selectFrom('inbox')
        .selectAll()
        .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id })),
    ),
    due: (company: string, now: number, page: PageRequest) => allRows(selectDue(dialect, company, now, page)),
    failures: (company: string, filter: FailureFilter, page: PageRequest) =>
      allRows(selectFailures(db, company, filter, page)),
    reasons: (company: string) => allRows(selectReasons(db, company)),
    counts: (company: string) => allRows(selectCounts(db, company)),
    purge: (company: string, before: number, limit: number) => allRows(deleteSettled(dialect, company, before, limit)),
  }
}

function selectDue({ db, now: leasesAt }: Dialect, company: string, now: number, page: PageRequest) {
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

function selectFailures(
  db: Kysely<Schema>,
  company: string,
  { kind, error, reason }: FailureFilter,
  page: PageRequest,
) {
  const [notedAt, afterKind, afterId] = readCursor(page, beginning)
  let query = db.selectFrom('inbox').selectAll().where('company', '=', company).where('state', '=', failed)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (error !== undefined) query = query.where('error_kind', '=', error)
  if (reason !== undefined) query = query.where('error_code', '=', reason)
  return query
    .where((eb) => eb(eb.refTuple('noted_at', 'kind', 'crm_id'), '>', eb.tuple(notedAt, afterKind, afterId)))
    .orderBy('noted_at')
    .orderBy('kind')
    .orderBy('crm_id')
    .limit(rowsFor(page))
}

/** In the order of an index that has all these columns. */
const selectReasons = (db: Kysely<Schema>, company: string) =>
  db
    .selectFrom('inbox')
    .select(({ fn }) => [
      ...(['error_code', 'error_kind', 'kind'] as const),
      fn.countAll<number>().as('records'),
      fn.min('noted_at').as('noted_at'),
    ])
    .where('company', '=', company)
    .where('state', '=', failed)
    .groupBy(['error_code', 'error_kind', 'kind'])

const selectCounts = (db: Kysely<Schema>, company: string) =>
  db
    .selectFrom('inbox')
    .select(({ fn }) => ['state', fn.countAll<number>().as('entries'), fn.min('noted_at').as('oldest')])
    .where('company', '=', company)
    .where('state', 'in', ['pending', 'failed'])
    .groupBy('state')

/**
 * Deletes old settled entries. Checks the state twice: a note between the selection and the deletion keeps its entry.
 * Two processes that purge at once do not wait for each other: a row that somebody else is writing is left for the
 * next time.
 */
function deleteSettled({ db, unsynced, locksRows }: Dialect, company: string, before: number, limit: number) {
  const old = db
    .selectFrom('inbox')
    .select(['kind', 'crm_id'])
    .where('company', '=', company)
    .where('state', '=', 'settled')
    .where('due_at', '<', before)
    .orderBy('due_at')
    .limit(limit)
    .$if(locksRows, (query) => query.forUpdate().skipLocked())
  return db
    .with('old', () => old)
    .deleteFrom('inbox')
    .where('company', '=', company)
    .where('state', '=', 'settled')
    .where((eb) =>
      eb(
        eb.refTuple('kind', 'crm_id'),
        'in',
        eb.selectFrom('old').select(['old.kind', 'old.crm_id']).$asTuple('kind', 'crm_id'),
      ),
    )
    .where(unsynced)
    .returning('generation')
}

/** What `inboxQueries` returns. */
export type InboxQueries = ReturnType<typeof inboxQueries>
