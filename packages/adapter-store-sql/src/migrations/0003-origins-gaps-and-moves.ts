import { sql } from 'kysely'
import type { Migration } from './migration'

/**
 * The servers of each company, the restores of the store, and the place where it was moved to. Companies that already
 * have mappings are listed without servers, because nobody has recorded them.
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
