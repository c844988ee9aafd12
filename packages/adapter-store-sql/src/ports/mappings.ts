import type { Mappings } from '@siagh-sync/sync-core'
import { toColumns } from '../key-columns'
import { mapped } from '../operation'
import { toPage } from '../paging'
import type { MappingQueries } from '../queries/mappings'
import type { MappingTable } from '../schema'
import { toMapping } from './mapping-rows'
import type { Runner } from './runner'

/** The mapping port over SQL. */
export function sqlMappings(runner: Runner, queries: MappingQueries): Mappings {
  const orNull = (row: MappingTable | undefined) => (row === undefined ? null : toMapping(row))
  return {
    get: (key) => runner.read(() => mapped(queries.get(toColumns(key)), orNull)),
    findByCode: (company, target, code) => runner.read(() => mapped(queries.findByCode(company, target, code), orNull)),
    findByRecordId: (company, recordId) => runner.read(() => mapped(queries.findByRecordId(company, recordId), orNull)),
    findByNumber: (company, number) =>
      runner.read(() => mapped(queries.findByNumber(company, number), (rows) => rows.map(toMapping))),
    list: (company, filter, page) =>
      runner.read(() =>
        mapped(queries.list(company, filter, page), (rows) =>
          toPage(rows, page, toMapping, (row) => [row.kind, row.crm_id]),
        ),
      ),
  }
}
