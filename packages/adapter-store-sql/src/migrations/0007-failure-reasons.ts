import { sql } from 'kysely'
import type { Migration } from './migration'

/**
 * The reason of a failure, and indexes that count and list the dead letters of one reason. The first index has all
 * columns of the count.
 */
export const failureReasons: Migration = (db, { text, saidCode }) => {
  const { schema } = db
  const isFailed = [sql.ref('state'), '=', sql.lit('failed')] as const
  return [
    schema.alterTable('inbox').addColumn('error_code', text),
    db
      .updateTable('inbox')
      .set((eb) => ({ error_code: eb.fn.coalesce(saidCode, 'error_kind') }))
      .where('error_kind', 'is not', null),
    schema
      .createIndex('inbox_failed_reasons')
      .on('inbox')
      .columns(['company', 'error_code', 'error_kind', 'kind', 'noted_at'])
      .where(...isFailed),
    schema
      .createIndex('inbox_failed_code')
      .on('inbox')
      .columns(['company', 'error_code', 'noted_at', 'kind', 'crm_id'])
      .where(...isFailed),
  ].map((statement) => statement.compile())
}
