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
  // PostgreSQL reads no JSON with U+0000 or half a surrogate pair.
  saidCode: sql<
    string | null
  >`case when error_details_json !~ '\\\\u(0000|d[89a-f])' then error_details_json::json #>> '{said,message,code}' end`,
  place: (column) => column.generatedByDefaultAsIdentity().primaryKey(),
}
