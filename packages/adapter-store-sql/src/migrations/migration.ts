import type { ColumnBuilderCallback, ColumnDataType, CompiledQuery, Expression, Kysely } from 'kysely'
import type { Schema } from '../schema'

/** The column types of one database. */
export interface ColumnTypes {
  /** Text that is compared and sorted byte by byte, whatever the language of the database. Cursors depend on this. */
  readonly text: ColumnDataType | Expression<string>
  /** A whole number that is large enough for every count here. */
  readonly whole: ColumnDataType
  /** A list of times, or NULL for none. */
  readonly times: ColumnDataType | Expression<string>
  /** The code of the message in `error_details_json`. NULL: there is none, or the database cannot read that JSON. */
  readonly saidCode: Expression<string | null>
  /** Makes a column a primary key with automatic numbers. */
  readonly place: ColumnBuilderCallback
}

/** The statements that bring a database to the next version. */
export type Migration = (db: Kysely<Schema>, types: ColumnTypes) => readonly CompiledQuery[]
