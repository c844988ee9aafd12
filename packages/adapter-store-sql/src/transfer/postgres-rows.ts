import { insertRows, selectRows, type Spelling } from './row-statements'
import type { RowWriter } from './store-place'
import { keyOf, toRow, valuesOf } from './values-of'

/** Runs one statement of the transaction and returns its rows. */
export type Asked = (text: string, values?: readonly unknown[]) => Promise<readonly unknown[]>

/** Reads and writes the rows of a PostgreSQL schema at `version`. The caller has begun a transaction. */
export function postgresRows(ask: Asked, schema: string, version: number): RowWriter {
  const spelling: Spelling = { slot: (position) => `$${position}`, table: (name) => `${schema}.${name}` }
  return {
    async read(table, after, limit) {
      const behind = after === undefined ? [] : keyOf(table, after)
      const rows = await ask(selectRows(table, spelling, version, after !== undefined), [...behind, limit])
      return rows.map((row) => toRow(table, row))
    },
    async insert(table, rows) {
      await ask(insertRows(table, spelling, rows.length), valuesOf(table, rows))
    },
  }
}
