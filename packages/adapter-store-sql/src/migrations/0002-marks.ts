import type { Migration } from './migration'

/** The marks: one number for each name of a company. */
export const marks: Migration = ({ schema }, { text }) => [
  schema
    .createTable('mark')
    .addColumn('company', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('mark_key', ['company', 'name'])
    .compile(),
]
