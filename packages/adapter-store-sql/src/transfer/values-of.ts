import type { Row } from './store-place'
import type { CopiedTable } from './tables'

/** The values of rows, one row after the other, in the order of the columns. */
export function valuesOf({ columns }: CopiedTable, rows: readonly Row[]): (string | number | null)[] {
  return rows.flatMap((row) => columns.map((column) => row[column] ?? null))
}

/**
 * A row in the form that both databases can store. SQLite may hold a fraction of a millisecond, from a delay with
 * jitter, and U+0000, from the text of a server. PostgreSQL accepts neither.
 */
export function toRow({ columns }: CopiedTable, given: unknown): Row {
  const row = given as Row
  return Object.fromEntries(columns.map((column) => [column, toValue(row[column] ?? null)] as const))
}

function toValue(value: string | number | null): string | number | null {
  if (typeof value === 'number') return Math.round(value)
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value
}

/** The values of the key of a row. */
export const keyOf = ({ key }: CopiedTable, row: Row) => key.map((column) => row[column] ?? null)
