import type { Origin, Origins } from '@siagh-sync/sync-core'
import type { OriginQueries } from '../queries/origins'
import type { Runner } from './runner'

/** The port of the origins over SQL. */
export function sqlOrigins(runner: Runner, queries: OriginQueries): Origins {
  return {
    list: () => runner.read(() => queries.list()).map((rows) => rows.map(toCompanyOrigin)),
    record: (company, origin, expected) =>
      runner
        .write(() => queries.record({ company, origin_json: toJson(origin) }, expected && toJson(expected)))
        .map((row) => (row === undefined ? 'conflict' : 'recorded')),
  }
}

const toCompanyOrigin = ({ company, origin_json: json }: { company: string; origin_json: string | null }) => ({
  company,
  origin: json === null ? null : (JSON.parse(json) as Origin),
})

/** The same origin always gives the same text, in any order of its fields, because the database compares texts. */
function toJson({ siagh, crm, login }: Origin): string {
  if (login === undefined) return JSON.stringify({ siagh, crm })
  return JSON.stringify({ siagh, crm, login: { userCode: login.userCode, branchCode: login.branchCode } })
}
