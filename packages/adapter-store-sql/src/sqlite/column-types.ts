import type { ColumnTypes } from '../migrations/migration'

/** SQLite compares text byte by byte unless it is told otherwise, and its integers have eight bytes. */
export const sqliteTypes: ColumnTypes = {
  text: 'text',
  whole: 'integer',
  place: (column) => column.primaryKey().autoIncrement(),
}
