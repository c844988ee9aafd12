import type { SeriesRequest } from '@siagh-sync/sync-core'
import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { rowsOf, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { JournalTable } from '../schema'

/** Runs that were counted together. */
export type RunRow = Pick<JournalTable, 'outcome' | 'error_kind'> & {
  readonly bucket: number
  readonly duration: number
  readonly runs: number
}

type Span = SeriesRequest & { readonly company: string; readonly since: number; readonly until: number }

/** Counts the runs from `since` until before `until`, in the steps of the request. Reads nothing but an index. */
export function seriesQuery({ db }: Dialect): (span: Span) => Operation<readonly RunRow[]> {
  const count = prepared((at: Slots<Span>) =>
    db
      .selectFrom('journal')
      .select(({ fn }) => [
        sql<number>`(at - cast(${at.from} as bigint)) / cast(${at.bucketMs} as bigint)`.as('bucket'),
        ...(['outcome', 'error_kind'] as const),
        ROUNDED.as('duration'),
        fn.countAll<number>().as('runs'),
      ])
      .where('company', '=', at.company)
      .where('at', '>=', at.since)
      .where('at', '<', at.until)
      .where(IS_RUN)
      .groupBy([sql`1`, sql`2`, sql`3`, sql`4`]),
  )
  return (span) => rowsOf(count(span))
}

// As `isRun` of the core.
const IS_RUN = sql<boolean>`coalesce(outcome not in ('released', 'refused', 'retried'), true)
  and not (coalesce(outcome, '') = 'linked' and triggered_by = 'operator' and duration_ms = 0)`

// As `roundDown` of the core. Whole numbers are divided without a rest.
const unit = (power: number) => sql.lit(10 ** power)
const ROUNDED = sql<number>`case ${sql.join(
  [2, 3, 4, 5, 6, 7, 8].map(
    (digits) => sql`when duration_ms < ${unit(digits)} then duration_ms / ${unit(digits - 2)} * ${unit(digits - 2)}`,
  ),
  sql` `,
)} else duration_ms / ${unit(7)} * ${unit(7)} end`
