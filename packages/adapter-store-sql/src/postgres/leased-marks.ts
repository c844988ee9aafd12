import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow } from '../operation'
import type { LeasedWrites } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import { overwriteMark, type HeldMark } from '../queries/marks'
import { isHeld, lockHeld } from './held-lease'

/** The write of marks under a lease. */
export function leasedMarks(dialect: Dialect): Pick<LeasedWrites, 'setMark'> {
  const set = prepared((at: Slots<HeldMark>) =>
    dialect.db
      .with('held', () => lockHeld(dialect, at))
      .insertInto('mark')
      .columns(['company', 'name', 'value'])
      .expression(sql`select ${at.company}, ${at.name}, ${at.value}::bigint where ${isHeld}`)
      .onConflict((conflict) => conflict.columns(['company', 'name']).doUpdateSet(overwriteMark))
      .returning('value'),
  )
  return {
    *setMark(token, mark) {
      return (yield* firstRow(set({ ...mark, token }))) === undefined ? 'lease_lost' : 'set'
    },
  }
}
