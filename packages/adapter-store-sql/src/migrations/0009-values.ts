import type { Migration } from './migration'

/** JSON values by name. */
export const namedValues: Migration = ({ schema }, { text, whole }) => [
  schema
    .createTable('named_value')
    .addColumn('company', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('value_json', text, (column) => column.notNull())
    .addColumn('version', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('named_value_key', ['company', 'name'])
    .compile(),
]
