import type { Operation } from '../operation'
import type { RunEndRows, SavedRow } from '../ports/leased-writes'
import type { MappingQueries, MappingRow } from '../queries/mappings'
import type { KeyColumns } from '../schema'

/** Why a mapping may not be written. `undefined`: it may be written. */
export function* refusalOf(
  queries: MappingQueries,
  key: KeyColumns,
  { row, expectedVersion }: NonNullable<RunEndRows['mapping']>,
): Operation<Extract<SavedRow, { status: 'conflict' | 'taken' }> | undefined> {
  const present = yield* queries.get(key)
  if ((present?.version ?? 0) !== expectedVersion || (row === null && present === undefined))
    return { status: 'conflict' }
  const rival = row && (yield* findRival(queries, row))
  return rival ? { status: 'taken', by: rival } : undefined
}

/** Another record of the company with the code or the `RecordId` of `row`. */
function* findRival(queries: MappingQueries, row: MappingRow): Operation<KeyColumns | undefined> {
  const { company, target, code, record_id } = row
  const byCode = code === null ? undefined : yield* queries.findByCode(company, target, code)
  if (byCode !== undefined && !isSame(byCode, row)) return byCode
  const byRecordId = record_id === null ? undefined : yield* queries.findByRecordId(company, record_id)
  return byRecordId === undefined || isSame(byRecordId, row) ? undefined : byRecordId
}

const isSame = (a: KeyColumns, b: KeyColumns) => a.company === b.company && a.kind === b.kind && a.crm_id === b.crm_id
