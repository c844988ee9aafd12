import type { Row } from './store-place'
import type { CopiedTable } from './tables'

/** The values of rows, one row after the other, in the order of the columns. */
export function valuesOf({ columns }: CopiedTable, rows: readonly Row[]): (string | number | null)[] {
  return rows.flatMap((row) => columns.map((column) => row[column] ?? null))
}

/**
 * A row as every database keeps it: SQLite has kept a fraction of a millisecond where a jittered delay brought one, which PostgreSQL
 * would not.
 */
export function toRow({ columns }: CopiedTable, given: unknown): Row {
  const row = given as Row
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? null
      return [column, typeof value === 'number' ? Math.round(value) : value]
    }),
  )
}

/** The values of the key of a row. */
export const keyOf = ({ key }: CopiedTable, row: Row) => key.map((column) => row[column] ?? null)
