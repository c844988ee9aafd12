import type { Lease, MappingDraft, Mappings, RecordKey, SaveMapping } from '@siagh-sync/sync-core'
import { toColumns, toKey } from '../key-columns'
import { mapped, type Operation } from '../operation'
import { toPage } from '../paging'
import type { MappingQueries } from '../queries/mappings'
import type { MappingTable } from '../schema'
import type { LeasedWrites } from './leased-writes'
import { toMapping, toMappingRow } from './mapping-rows'
import type { Runner } from './runner'

/** The mapping port over SQL. */
export function sqlMappings(runner: Runner, queries: MappingQueries, leased: LeasedWrites): Mappings {
  const orNull = (row: MappingTable | undefined) => (row === undefined ? null : toMapping(row))
  return {
    get: (key) => runner.read(() => mapped(queries.get(toColumns(key)), orNull)),
    findByCode: (company, target, code) => runner.read(() => mapped(queries.findByCode(company, target, code), orNull)),
    findByRecordId: (company, recordId) => runner.read(() => mapped(queries.findByRecordId(company, recordId), orNull)),
    save: (lease, draft, expectedVersion) => runner.write(() => save(leased, lease, draft, expectedVersion)),
    remove: ({ key, token }, expectedVersion) =>
      runner.write(() => leased.remove(token, toColumns(key), expectedVersion)),
    list: (company, filter, page) =>
      runner.read(() =>
        mapped(queries.list(company, filter, page), (rows) =>
          toPage(rows, page, toMapping, (row) => [row.kind, row.crm_id]),
        ),
      ),
  }
}

function* save(
  leased: LeasedWrites,
  lease: Lease,
  draft: MappingDraft,
  expectedVersion: number,
): Operation<SaveMapping> {
  // The lease of another record does not cover this mapping, whatever the caller believes.
  if (!isSame(lease.key, draft.key)) return { status: 'lease_lost' }
  const row = toMappingRow(draft, expectedVersion + 1)
  const saved = yield* leased.save(lease.token, row, expectedVersion)
  switch (saved.status) {
    case 'saved':
      return { status: 'saved', mapping: toMapping({ ...row, updated_at: saved.updatedAt }) }
    case 'taken':
      return { status: 'taken', by: toKey(saved.by) }
    case 'conflict':
    case 'lease_lost':
      return saved
  }
}

const isSame = (a: RecordKey, b: RecordKey) => a.company === b.company && a.kind === b.kind && a.id === b.id
