import type Database from 'better-sqlite3'
import { insertRows, selectRows, type Spelling } from './row-statements'
import type { RowWriter } from './store-place'
import type { CopiedTable } from './tables'
import { keyOf, toRow, valuesOf } from './values-of'

const spelling: Spelling = { slot: () => '?', table: (name) => `"${name}"` }

/** Reads and writes the rows of a SQLite file with a schema at `version`. The caller has begun a transaction. */
export function sqliteRows(database: Database.Database, version: number): RowWriter {
  return {
    async read(table, after, limit) {
      const statement = database.prepare(selectRows(table, spelling, version, after !== undefined))
      const behind = after === undefined ? [] : keyOf(table, after)
      return statement.all([...behind, limit]).map((row) => toRow(table, row))
    },
    async insert(table: CopiedTable, rows) {
      const statement = database.prepare(insertRows(table, spelling, 1))
      for (const row of rows) statement.run(valuesOf(table, [row]))
    },
  }
}
