import { sql } from 'kysely'
import type { ColumnTypes } from '../migrations/migration'

/** SQLite compares text byte by byte by default, and its integers have eight bytes. A list is JSON. */
export const sqliteTypes: ColumnTypes = {
  text: 'text',
  whole: 'integer',
  times: 'text',
  saidCode: sql<
    string | null
  >`case when json_valid(error_details_json) then json_extract(error_details_json, '$.said.message.code') end`,
  place: (column) => column.primaryKey().autoIncrement(),
}
