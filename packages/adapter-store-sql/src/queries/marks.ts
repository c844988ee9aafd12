import type { ExpressionBuilder, OnConflictDatabase, OnConflictTables } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { MarkTable, Schema } from '../schema'
import type { Holding } from './leases'

type Name = Pick<MarkTable, 'company' | 'name'>

/** The values for a mark. The lease may belong to any record of the company. */
export type HeldMark = Holding & MarkTable

/** The statement that reads a mark. */
export function markQueries({ db }: Dialect) {
  const get = prepared((at: Slots<Name>) =>
    db
      .selectFrom('mark')
      .select('value')
      .where((eb) => eb.and({ company: at.company, name: at.name })),
  )
  return {
    get: (company: string, name: string): Operation<Pick<MarkTable, 'value'> | undefined> =>
      firstRow(get({ company, name })),
  }
}

/** The column that changes in an existing mark. */
export const overwriteMark = (eb: ExpressionBuilder<OnConflictDatabase<Schema, 'mark'>, OnConflictTables<'mark'>>) => ({
  value: eb.ref('excluded.value'),
})

/** What `markQueries` returns. */
export type MarkQueries = ReturnType<typeof markQueries>
