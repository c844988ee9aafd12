import { sql } from 'kysely'
import type { ColumnTypes } from '../migrations/migration'

/**
 * `COLLATE "C"` sorts as cursors compare, in every locale. Four bytes would be enough for a count, but not for a
 * duration.
 */
export const postgresTypes: ColumnTypes = {
  text: sql<string>`text collate "C"`,
  whole: 'bigint',
  times: sql<string>`bigint[]`,
  place: (column) => column.generatedByDefaultAsIdentity().primaryKey(),
}
