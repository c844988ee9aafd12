import type { ColumnBuilderCallback, ColumnDataType, CompiledQuery, Expression, Kysely } from 'kysely'
import type { Schema } from '../schema'

/** The column types of one database. */
export interface ColumnTypes {
  /** Text that is compared and sorted byte by byte, whatever the language of the database: cursors rely on it. */
  readonly text: ColumnDataType | Expression<string>
  /** A whole number that no count here outgrows. */
  readonly whole: ColumnDataType
  /** A list of times, or NULL for none. */
  readonly times: ColumnDataType | Expression<string>
  /** Makes a column the primary key that counts by itself. */
  readonly place: ColumnBuilderCallback
}

/** The statements that bring a database from one version to the next. */
export type Migration = (db: Kysely<Schema>, types: ColumnTypes) => readonly CompiledQuery[]
