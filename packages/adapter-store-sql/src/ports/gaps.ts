import type { Gap, Gaps } from '@siagh-sync/sync-core'
import type { GapQueries } from '../queries/gaps'
import type { GapTable } from '../schema'
import type { Runner } from './runner'

/** The port of the gaps over SQL. */
export function sqlGaps(runner: Runner, queries: GapQueries): Gaps {
  return {
    list: () => runner.read(() => queries.list()).map((rows) => rows.map(toGap)),
    add: ({ restoredAt, backedUpAt }) =>
      runner
        .write(() => queries.add({ restored_at: restoredAt, backed_up_at: backedUpAt ?? null }))
        .map(() => undefined),
  }
}

/** The gap of a row. */
export const toGap = ({ restored_at: restoredAt, backed_up_at: backedUpAt }: GapTable): Gap => ({
  ...(backedUpAt !== null && { backedUpAt }),
  restoredAt,
})
