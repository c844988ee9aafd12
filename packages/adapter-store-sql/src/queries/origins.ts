import type { Dialect } from '../dialect'
import { allRows, firstRow, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { OriginTable } from '../schema'

/** The statements on the origins. */
export function originQueries({ db }: Dialect) {
  const record = prepared((at: Slots<OriginTable & { readonly expected: string | null }>) =>
    db
      .insertInto('origin')
      .values({ company: at.company, origin_json: at.origin_json })
      .onConflict((conflict) =>
        conflict
          .column('company')
          .doUpdateSet((eb) => ({ origin_json: eb.ref('excluded.origin_json') }))
          .where('origin.origin_json', 'is not distinct from', at.expected),
      )
      .returning('company'),
  )
  return {
    list: () => allRows(db.selectFrom('origin').selectAll().orderBy('company')),
    /** Returns a row if it has written. */
    record: (row: OriginTable, expected: string | null): Operation<Pick<OriginTable, 'company'> | undefined> =>
      firstRow(record({ ...row, expected })),
  }
}

/** What `originQueries` returns. */
export type OriginQueries = ReturnType<typeof originQueries>
