import type { Dialect } from '../dialect'
import { firstRow, type Operation } from '../operation'
import type { LeasedWrites } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import { selectHeld, type Holding } from '../queries/leases'
import { mappingQueries, overwriteMapping, type MappingRow } from '../queries/mappings'
import type { KeyColumns } from '../schema'
import { sqliteDialect } from './dialect'
import { sqliteFlow } from './flow'
import { leasedMarks } from './leased-marks'
import { refusalOf } from './refusal-of'

/**
 * The writes under a lease. SQLite has one writer at a time, so what was read stays true until the end of the
 * transaction.
 */
export function sqliteLeasedWrites(): LeasedWrites {
  const find = prepared((at: Slots<Holding>) => selectHeld(sqliteDialect, at))
  const mappings = mappingQueries(sqliteDialect)
  const put = preparePut(sqliteDialect)
  const remove = prepareRemove(sqliteDialect)

  function* holds(token: string, { company, kind, crm_id }: KeyColumns): Operation<boolean> {
    return (yield* firstRow(find({ company, kind, crm_id, token }))) !== undefined
  }

  return {
    ...sqliteFlow({ holds, mappings, put, remove }),
    *save(token, row, expectedVersion) {
      if (!(yield* holds(token, row))) return { status: 'lease_lost' }
      const refusal = yield* refusalOf(mappings, row, { row, expectedVersion })
      if (refusal) return refusal
      const saved = yield* firstRow(put(row))
      return saved === undefined ? { status: 'conflict' } : { status: 'saved', updatedAt: saved.updated_at }
    },
    ...leasedMarks(sqliteDialect, holds),
  }
}

function preparePut({ db, now }: Dialect) {
  return prepared((at: Slots<MappingRow>) =>
    db
      .insertInto('mapping')
      .values({
        company: at.company,
        kind: at.kind,
        crm_id: at.crm_id,
        target: at.target,
        state: at.state,
        code: at.code,
        record_id: at.record_id,
        record_id_lower: at.record_id_lower,
        number: at.number,
        fingerprint: at.fingerprint,
        detail_json: at.detail_json,
        version: at.version,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(overwriteMapping))
      .returning('updated_at'),
  )
}

const prepareRemove = ({ db }: Dialect) =>
  prepared((at: Slots<KeyColumns>) =>
    db
      .deleteFrom('mapping')
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
      .returning('version'),
  )
