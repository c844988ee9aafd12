import type { EntityKind, MappingState, MappingTarget, PageRequest } from '@siagh-sync/sync-core'
import { sql, type ExpressionBuilder, type Kysely, type OnConflictDatabase, type OnConflictTables } from 'kysely'
import type { Dialect } from '../dialect'
import { allRows, firstRow, rowsOf, type Operation } from '../operation'
import { readCursor, rowsFor } from '../paging'
import { prepared, type Slots } from '../prepared'
import type { KeyColumns, MappingTable, Schema } from '../schema'

/** The filter for mappings. */
export interface MappingFilter {
  readonly kind?: EntityKind
  readonly state?: MappingState
}

// Comes before every possible mapping: `identity` sorts before the other kinds.
const beginning: readonly [EntityKind, string] = ['identity', '']

/** A mapping to be written. The store's clock adds the time. */
export type MappingRow = Omit<MappingTable, 'updated_at'>

/** The statements that read mappings. */
export function mappingQueries({ db }: Dialect) {
  const get = prepared((at: Slots<KeyColumns>) =>
    db
      .selectFrom('mapping')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id })),
  )
  const findByCode = prepared((at: Slots<{ company: string; target: MappingTarget; code: string }>) =>
    db
      .selectFrom('mapping')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, target: at.target, code: at.code })),
  )
  const findByRecordId = prepared((at: Slots<{ company: string; record_id_lower: string }>) =>
    db
      .selectFrom('mapping')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, record_id_lower: at.record_id_lower })),
  )
  const findByNumber = prepared((at: Slots<{ company: string; number: string }>) =>
    db
      .selectFrom('mapping')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, number: at.number }))
      .orderBy('kind')
      .orderBy('crm_id')
      .limit(sql.lit(100)),
  )

  return {
    get: (key: KeyColumns): Operation<MappingTable | undefined> => firstRow(get(key)),
    findByCode: (company: string, target: MappingTarget, code: string): Operation<MappingTable | undefined> =>
      firstRow(findByCode({ company, target, code })),
    findByRecordId: (company: string, recordId: string): Operation<MappingTable | undefined> =>
      firstRow(findByRecordId({ company, record_id_lower: recordId.toLowerCase() })),
    findByNumber: (company: string, number: string): Operation<readonly MappingTable[]> =>
      rowsOf(findByNumber({ company, number })),
    list: (company: string, filter: MappingFilter, page: PageRequest) => listMappings(db, company, filter, page),
  }
}

function listMappings(db: Kysely<Schema>, company: string, { kind, state }: MappingFilter, page: PageRequest) {
  const [afterKind, afterId] = readCursor(page, beginning)
  let query = db.selectFrom('mapping').selectAll().where('company', '=', company)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (state !== undefined) query = query.where('state', '=', state)
  return allRows(
    query
      .where((eb) => eb(eb.refTuple('kind', 'crm_id'), '>', eb.tuple(afterKind, afterId)))
      .orderBy('kind')
      .orderBy('crm_id')
      .limit(rowsFor(page)),
  )
}

/** The columns that a save changes in an existing mapping. */
export const overwriteMapping = (
  eb: ExpressionBuilder<OnConflictDatabase<Schema, 'mapping'>, OnConflictTables<'mapping'>>,
) => ({
  state: eb.ref('excluded.state'),
  code: eb.ref('excluded.code'),
  record_id: eb.ref('excluded.record_id'),
  record_id_lower: eb.ref('excluded.record_id_lower'),
  number: eb.ref('excluded.number'),
  fingerprint: eb.ref('excluded.fingerprint'),
  detail_json: eb.ref('excluded.detail_json'),
  version: eb.ref('excluded.version'),
  updated_at: eb.ref('excluded.updated_at'),
})

/** What `mappingQueries` returns. */
export type MappingQueries = ReturnType<typeof mappingQueries>
