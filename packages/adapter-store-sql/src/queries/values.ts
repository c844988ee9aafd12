import type { PageRequest } from '@siagh-sync/sync-core'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../dialect'
import { allRows, firstRow, type Operation } from '../operation'
import { readCursor, rowsFor } from '../paging'
import { prepared, type Slots } from '../prepared'
import type { NamedValueTable, Schema } from '../schema'

type Name = Pick<NamedValueTable, 'company' | 'name'>
type Version = Pick<NamedValueTable, 'version'>
type Change = Omit<NamedValueTable, 'version'> & { readonly expected: number }

/** The statements on values. */
export function valueQueries({ db }: Dialect) {
  const get = prepared((at: Slots<Name>) =>
    db
      .selectFrom('named_value')
      .selectAll()
      .where((eb) => eb.and({ company: at.company, name: at.name })),
  )
  const make = prepared((at: Slots<Omit<NamedValueTable, 'version'>>) =>
    db
      .insertInto('named_value')
      .values({ company: at.company, name: at.name, value_json: at.value_json, version: sql.lit(1) })
      .onConflict((conflict) => conflict.columns(['company', 'name']).doNothing())
      .returning('version'),
  )
  const change = prepared((at: Slots<Change>) =>
    db
      .updateTable('named_value')
      .set((eb) => ({ value_json: at.value_json, version: eb('version', '+', sql.lit(1)) }))
      .where((eb) => eb.and({ company: at.company, name: at.name, version: at.expected }))
      .returning('version'),
  )
  return {
    get: (company: string, name: string) => firstRow(get({ company, name })),
    /** Returns the new version if it has written. */
    set: ({ expected, ...row }: Change): Operation<Version | undefined> =>
      firstRow(expected === 0 ? make(row) : change({ ...row, expected })),
    list: (company: string, prefix: string, page: PageRequest) => allRows(selectList(db, company, prefix, page)),
  }
}

function selectList(db: Kysely<Schema>, company: string, prefix: string, page: PageRequest) {
  const [after] = readCursor(page, [''] as const)
  const end = firstAfter(prefix)
  let query = db
    .selectFrom('named_value')
    .selectAll()
    .where('company', '=', company)
    .where('name', '>=', prefix)
    .where('name', '>', after)
  if (end !== undefined) query = query.where('name', '<', end)
  return query.orderBy('name').limit(rowsFor(page))
}

/** The first text that comes after all texts with this prefix, byte by byte. `undefined`: there is none. */
function firstAfter(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0)
  while (points.at(-1) === 0x10ffff) points.pop()
  const last = points.pop()
  if (last === undefined) return undefined
  // UTF-8 has no surrogates.
  const next = last === 0xd7ff ? 0xe000 : last + 1
  return String.fromCodePoint(...points, next)
}

/** What `valueQueries` returns. */
export type ValueQueries = ReturnType<typeof valueQueries>
