import type { Dialect } from '../dialect'
import { firstRow, type Operation } from '../operation'
import type { LeasedWrites } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import { overwriteMark } from '../queries/marks'
import type { KeyColumns, MarkTable } from '../schema'

/** The write of marks under a lease. `holds` says whether the lease is valid. */
export function leasedMarks(
  { db }: Dialect,
  holds: (token: string, key: KeyColumns) => Operation<boolean>,
): Pick<LeasedWrites, 'setMark'> {
  const set = prepared((at: Slots<MarkTable>) =>
    db
      .insertInto('mark')
      .values({ company: at.company, name: at.name, value: at.value })
      .onConflict((conflict) => conflict.columns(['company', 'name']).doUpdateSet(overwriteMark))
      .returning('value'),
  )
  return {
    *setMark(token, mark) {
      if (!(yield* holds(token, mark))) return 'lease_lost'
      yield* firstRow(set(mark))
      return 'set'
    },
  }
}
