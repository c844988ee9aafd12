import type { ColumnTypes } from '../migrations/migration'

/** SQLite compares text byte by byte by default, and its integers have eight bytes. A list is JSON. */
export const sqliteTypes: ColumnTypes = {
  text: 'text',
  whole: 'integer',
  times: 'text',
  place: (column) => column.primaryKey().autoIncrement(),
}
