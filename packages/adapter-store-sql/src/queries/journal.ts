import type { EntityKind, OutcomeKind, PageRequest, SyncErrorKind } from '@siagh-sync/sync-core'
import { sql, type Insertable, type Kysely, type RawBuilder } from 'kysely'
import type { Dialect } from '../dialect'
import { allRows, firstRow } from '../operation'
import { readCursor, rowsFor } from '../paging'
import { prepared, type Slots } from '../prepared'
import type { JournalTable, Schema } from '../schema'

/** The filter for the journal. */
export interface JournalFilter {
  readonly kind?: EntityKind
  readonly id?: string
  readonly outcome?: OutcomeKind
  readonly error?: SyncErrorKind
  readonly since?: number
}

/** A journal row before it has its place. */
export type NewLine = Omit<Insertable<JournalTable>, 'place'>

/** The statements on the journal. */
export function journalQueries(dialect: Dialect) {
  const { db } = dialect
  const append = prepareAppend(db)
  return {
    append: (line: NewLine) => firstRow(append(line)),
    list(company: string, { kind, id, outcome, error, since }: JournalFilter, page: PageRequest) {
      const [at, place] = readCursor(page, [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] as const)
      let query = db.selectFrom('journal').selectAll().where('company', '=', company)
      if (kind !== undefined) query = query.where('kind', '=', kind)
      if (id !== undefined) query = query.where('crm_id', '=', id)
      if (outcome !== undefined) query = query.where('outcome', '=', outcome)
      if (error !== undefined) query = query.where('error_kind', '=', error)
      if (since !== undefined) query = query.where('at', '>=', since)
      return allRows(
        query
          .where((eb) => eb(eb.refTuple('at', 'place'), '<', eb.tuple(at, place)))
          .orderBy('at', 'desc')
          .orderBy('place', 'desc')
          .limit(rowsFor(page)),
      )
    },
    purge: (company: string, before: number, limit: number) => allRows(deleteOld(dialect, company, before, limit)),
  }
}

/** Inserts a journal row if `condition` is true. For a statement that also writes other tables. */
export function insertLine({ db }: Dialect, at: Slots<NewLine>, condition: RawBuilder<boolean>) {
  return db
    .insertInto('journal')
    .columns([
      ...(['company', 'kind', 'crm_id', 'at', 'triggered_by', 'attempt', 'outcome', 'error_kind'] as const),
      ...(['siagh_json', 'duration_ms', 'calls_json', 'warnings_json', 'person'] as const),
    ])
    .expression(
      sql`select ${at.company}, ${at.kind}, ${at.crm_id}, ${at.at}::bigint, ${at.triggered_by}, ${at.attempt}::bigint, ${at.outcome},
        ${at.error_kind}, ${at.siagh_json}, ${at.duration_ms}::bigint, ${at.calls_json}, ${at.warnings_json}, ${at.person}
        where ${condition}`,
    )
    .returning('place')
}

function prepareAppend(db: Kysely<Schema>) {
  return prepared((at: Slots<NewLine>) =>
    db
      .insertInto('journal')
      .values({
        company: at.company,
        kind: at.kind,
        crm_id: at.crm_id,
        at: at.at,
        triggered_by: at.triggered_by,
        attempt: at.attempt,
        outcome: at.outcome,
        error_kind: at.error_kind,
        siagh_json: at.siagh_json,
        duration_ms: at.duration_ms,
        calls_json: at.calls_json,
        warnings_json: at.warnings_json,
        person: at.person,
      })
      .returning('place'),
  )
}

// Two processes that purge at once do not wait for each other.
function deleteOld({ db, unsynced, locksRows }: Dialect, company: string, before: number, limit: number) {
  const old = db
    .selectFrom('journal')
    .select('place')
    .where('company', '=', company)
    .where('at', '<', before)
    .orderBy('at')
    .orderBy('place')
    .limit(limit)
    .$if(locksRows, (query) => query.forUpdate().skipLocked())
  return db
    .with('old', () => old)
    .deleteFrom('journal')
    .where('place', 'in', (eb) => eb.selectFrom('old').select('old.place'))
    .where(unsynced)
    .returning('place')
}

/** What `journalQueries` returns. */
export type JournalQueries = ReturnType<typeof journalQueries>
