import type { Dialect } from '../dialect'
import { firstRow, type Operation, type Statement } from '../operation'
import type { ChangedEntry, LeasedWrites } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import {
  buryEntry,
  postponeEntry,
  settleEntry,
  type Buried,
  type Postponed,
  type Settled,
} from '../queries/inbox-changes'
import { selectHeld, type Holding } from '../queries/leases'
import { mappingQueries, overwriteMapping, type MappingQueries, type MappingRow } from '../queries/mappings'
import type { InboxTable, KeyColumns } from '../schema'
import { sqliteDialect } from './dialect'
import { leasedMarks } from './leased-marks'

/** The writes under a lease. SQLite has one writer at a time, so what was read holds until the transaction's end. */
export function sqliteLeasedWrites(): LeasedWrites {
  const { db } = sqliteDialect
  const find = prepared((at: Slots<Holding>) => selectHeld(sqliteDialect, at))
  const mappings = mappingQueries(sqliteDialect)
  const put = preparePut(sqliteDialect)
  const remove = prepareRemove(sqliteDialect)

  function* holds(token: string, { company, kind, crm_id }: KeyColumns): Operation<boolean> {
    return (yield* firstRow(find({ company, kind, crm_id, token }))) !== undefined
  }
  const changed = <Values extends KeyColumns>(toStatement: (values: Values) => Statement<Pick<InboxTable, 'state'>>) =>
    function* (token: string, values: Values): Operation<ChangedEntry> {
      if (!(yield* holds(token, values))) return 'lease_lost'
      return (yield* firstRow(toStatement(values)))?.state
    }

  return {
    settle: changed(prepared((at: Slots<Settled>) => settleEntry(sqliteDialect, at))),
    postpone: changed(prepared((at: Slots<Postponed>) => postponeEntry(db, at))),
    bury: changed(prepared((at: Slots<Buried>) => buryEntry(db, at))),
    *save(token, row, expectedVersion) {
      if (!(yield* holds(token, row))) return { status: 'lease_lost' }
      const version = (yield* mappings.get(row))?.version ?? 0
      if (version !== expectedVersion) return { status: 'conflict' }
      const rival = yield* findRival(mappings, row)
      if (rival !== undefined) return { status: 'taken', by: rival }
      const saved = yield* firstRow(put(row))
      return saved === undefined ? { status: 'conflict' } : { status: 'saved', updatedAt: saved.updated_at }
    },
    *remove(token, key, expectedVersion) {
      if (!(yield* holds(token, key))) return 'lease_lost'
      if ((yield* mappings.get(key))?.version !== expectedVersion) return 'conflict'
      yield* firstRow(remove(key))
      return 'removed'
    },
    ...leasedMarks(sqliteDialect, holds),
  }
}

/** Another record of the company that holds the code or the `RecordId` of `row`. */
function* findRival(queries: MappingQueries, row: MappingRow): Operation<KeyColumns | undefined> {
  const { company, target, code, record_id } = row
  const byCode = code === null ? undefined : yield* queries.findByCode(company, target, code)
  if (byCode !== undefined && !isSame(byCode, row)) return byCode
  const byRecordId = record_id === null ? undefined : yield* queries.findByRecordId(company, record_id)
  return byRecordId === undefined || isSame(byRecordId, row) ? undefined : byRecordId
}

const isSame = (a: KeyColumns, b: KeyColumns) => a.company === b.company && a.kind === b.kind && a.crm_id === b.crm_id

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
