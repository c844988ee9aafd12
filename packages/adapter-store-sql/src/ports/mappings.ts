import type { Lease, MappingDraft, Mappings, RecordKey, SaveMapping } from '@siagh-sync/sync-core'
import { toColumns, toKey } from '../key-columns'
import type { Operation } from '../operation'
import { toPage } from '../paging'
import type { LeaseQueries } from '../queries/leases'
import type { MappingQueries } from '../queries/mappings'
import type { MappingTable } from '../schema'
import { toMapping, toMappingRow } from './mapping-rows'
import type { Runner } from './runner'

/** The mapping port over SQL. */
export function sqlMappings(runner: Runner, queries: MappingQueries, leases: LeaseQueries): Mappings {
  const orNull = (row: MappingTable | undefined) => (row === undefined ? null : toMapping(row))
  return {
    get: (key) => runner.read(() => queries.get(toColumns(key))).map(orNull),
    findByCode: (company, target, code) => runner.read(() => queries.findByCode(company, target, code)).map(orNull),
    findByRecordId: (company, recordId) => runner.read(() => queries.findByRecordId(company, recordId)).map(orNull),
    save: (lease, draft, expectedVersion) =>
      runner.write(() => save(queries, leases, { lease, draft, expectedVersion, now: runner.now() })),
    remove: ({ key, token }, expectedVersion) =>
      runner.write(function* () {
        if (!(yield* leases.holds({ ...toColumns(key), token, now: runner.now() }))) return 'lease_lost'
        if ((yield* queries.get(toColumns(key)))?.version !== expectedVersion) return 'conflict'
        yield* queries.remove(toColumns(key))
        return 'removed'
      }),
    list: (company, filter, page) =>
      runner
        .read(() => queries.list(company, filter, page))
        .map((rows) => toPage(rows, page, toMapping, (row) => [row.kind, row.crm_id])),
  }
}

interface Save {
  readonly lease: Lease
  readonly draft: MappingDraft
  readonly expectedVersion: number
  readonly now: number
}

function* save(queries: MappingQueries, leases: LeaseQueries, asked: Save): Operation<SaveMapping> {
  const { lease, draft, expectedVersion, now } = asked
  const key = toColumns(draft.key)
  // The lease of another record does not cover this mapping, whatever the caller believes.
  const held = isSame(lease.key, draft.key) && (yield* leases.holds({ ...key, token: lease.token, now }))
  if (!held) return { status: 'lease_lost' }
  const version = (yield* queries.get(key))?.version ?? 0
  if (version !== expectedVersion) return { status: 'conflict' }
  const rival = yield* findRival(queries, draft)
  if (rival !== undefined) return { status: 'taken', by: rival }
  const row = toMappingRow(draft, expectedVersion + 1, now)
  yield* queries.put(row)
  return { status: 'saved', mapping: toMapping(row) }
}

/** Another record of the company that holds the code or the `RecordId` of `draft`. */
function* findRival(queries: MappingQueries, { key, siagh }: MappingDraft): Operation<RecordKey | undefined> {
  if (siagh === undefined) return undefined
  const target = key.kind === 'identity' ? 'contact' : 'pre-invoice'
  const byCode = yield* queries.findByCode(key.company, target, siagh.code)
  if (byCode !== undefined && !isSame(toKey(byCode), key)) return toKey(byCode)
  if (siagh.recordId === undefined) return undefined
  const byRecordId = yield* queries.findByRecordId(key.company, siagh.recordId)
  return byRecordId === undefined || isSame(toKey(byRecordId), key) ? undefined : toKey(byRecordId)
}

const isSame = (a: RecordKey, b: RecordKey) => a.company === b.company && a.kind === b.kind && a.id === b.id
