import { sql } from 'kysely'
import type { ColumnTypes } from '../migrations/migration'

/** `COLLATE "C"` sorts as cursors compare, whatever the database's locale. Four bytes would do for a count, not for a duration. */
export const postgresTypes: ColumnTypes = {
  text: sql<string>`text collate "C"`,
  whole: 'bigint',
  times: sql<string>`bigint[]`,
  place: (column) => column.generatedByDefaultAsIdentity().primaryKey(),
}
