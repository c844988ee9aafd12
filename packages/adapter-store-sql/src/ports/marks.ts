import type { Marks } from '@siagh-sync/sync-core'
import { toColumns } from '../key-columns'
import type { MarkQueries } from '../queries/marks'
import type { LeasedWrites } from './leased-writes'
import type { Runner } from './runner'

/** The port of the marks over SQL. */
export function sqlMarks(runner: Runner, queries: MarkQueries, leased: LeasedWrites): Marks {
  return {
    get: (company, name) => runner.read(() => queries.get(company, name)).map((row) => row?.value ?? null),
    set: ({ key, token }, name, value) =>
      runner.write(() => leased.setMark(token, { ...toColumns(key), name, value: Math.round(value) })),
  }
}
