import type { EntityKind, HeldState, PageRequest } from '@siagh-sync/sync-core'
import type { ExpressionBuilder, Kysely, OnConflictDatabase, OnConflictTables } from 'kysely'
import type { Dialect } from '../dialect'
import { allRows, firstRow } from '../operation'
import { readCursor, rowsFor } from '../paging'
import { prepared, type Slots } from '../prepared'
import type { HeldChangeTable, KeyColumns, Schema } from '../schema'

/** The filter for held changes. */
export interface HeldFilter {
  readonly state?: HeldState
  readonly waitsFor?: string
}

/** The statements that read held changes. */
export function heldChangeQueries({ db }: Dialect) {
  const read = prepared((at: Slots<KeyColumns>) =>
    db
      .selectFrom('held_change')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id })),
  )
  return {
    read: (key: KeyColumns) => firstRow(read(key)),
    list: (company: string, filter: HeldFilter, page: PageRequest) => allRows(selectList(db, company, filter, page)),
    counts: (company: string) => allRows(selectCounts(db, company)),
  }
}

// Comes before every possible row.
const beginning: readonly [EntityKind, string] = ['' as EntityKind, '']

function selectList(db: Kysely<Schema>, company: string, { state, waitsFor }: HeldFilter, page: PageRequest) {
  const [kind, id] = readCursor(page, beginning)
  let query = db.selectFrom('held_change').selectAll().where('company', '=', company)
  if (state !== undefined) query = query.where('state', '=', state)
  if (waitsFor !== undefined) query = query.where('waits_for', '=', waitsFor)
  return query
    .where((eb) => eb(eb.refTuple('kind', 'crm_id'), '>', eb.tuple(kind, id)))
    .orderBy('kind')
    .orderBy('crm_id')
    .limit(rowsFor(page))
}

const selectCounts = (db: Kysely<Schema>, company: string) =>
  db
    .selectFrom('held_change')
    .select(({ fn }) => ['state', 'kind', fn.countAll<number>().as('records')])
    .where('company', '=', company)
    .groupBy(['state', 'kind'])

/** The columns that change when a record has a held change already. */
export const overwriteHeldChange = (
  eb: ExpressionBuilder<OnConflictDatabase<Schema, 'held_change'>, OnConflictTables<'held_change'>>,
) => ({
  state: eb.ref('excluded.state'),
  write: eb.ref('excluded.write'),
  fingerprint: eb.ref('excluded.fingerprint'),
  fields_json: eb.ref('excluded.fields_json'),
  waits_for: eb.ref('excluded.waits_for'),
  at: eb.ref('excluded.at'),
})

/** Removes the held change of a record. */
export const deleteHeldChange = ({ db }: Dialect, at: Slots<KeyColumns>) =>
  db.deleteFrom('held_change').where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))

/** The columns of a held change, in the order of an insert. */
export const heldChangeColumns = [
  ...(['company', 'kind', 'crm_id', 'state', 'write', 'fingerprint', 'fields_json', 'waits_for', 'at'] as const),
] satisfies readonly (keyof HeldChangeTable)[]

/** What `heldChangeQueries` returns. */
export type HeldChangeQueries = ReturnType<typeof heldChangeQueries>
