import { sql } from 'kysely'
import type { Migration } from './migration'

/**
 * Which servers each company belongs to, which restores the store has been through, and where it was moved to. The companies that have
 * mappings already are listed without their servers, which nobody has recorded.
 */
export const originsGapsAndMoves: Migration = (db, { text }) => {
  const { schema } = db
  return [
    schema
      .createTable('origin')
      .addColumn('company', text, (column) => column.notNull())
      .addColumn('origin_json', text)
      .addPrimaryKeyConstraint('origin_key', ['company']),
    schema
      .createTable('gap')
      .addColumn('restored_at', 'bigint', (column) => column.notNull())
      .addColumn('backed_up_at', 'bigint')
      .addPrimaryKeyConstraint('gap_key', ['restored_at']),
    schema
      .createTable('move')
      .addColumn('moved_at', 'bigint', (column) => column.notNull())
      .addColumn('place', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('move_key', ['moved_at']),
    db
      .insertInto('origin')
      .columns(['company'])
      .expression(db.selectFrom('mapping').select(sql.ref<string>('company').as('company')).distinct()),
  ].map((statement) => statement.compile())
}
