import type { Dialect } from '../dialect'
import { allRows, firstRow, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { GapTable } from '../schema'

/** The statements on the gaps. */
export function gapQueries({ db }: Dialect) {
  const add = prepared((at: Slots<GapTable>) =>
    db
      .insertInto('gap')
      .values({ restored_at: at.restored_at, backed_up_at: at.backed_up_at })
      .onConflict((conflict) => conflict.column('restored_at').doNothing())
      .returning('restored_at'),
  )
  return {
    list: () => allRows(db.selectFrom('gap').selectAll().orderBy('restored_at')),
    add: (gap: GapTable): Operation<Pick<GapTable, 'restored_at'> | undefined> => firstRow(add(gap)),
  }
}

/** What `gapQueries` returns. */
export type GapQueries = ReturnType<typeof gapQueries>
