import type { ColumnTypes } from '../migrations/migration'

/** SQLite compares text byte by byte unless it is told otherwise, and its integers have eight bytes. A list is JSON. */
export const sqliteTypes: ColumnTypes = {
  text: 'text',
  whole: 'integer',
  times: 'text',
  place: (column) => column.primaryKey().autoIncrement(),
}
