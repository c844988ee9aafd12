import type { Migration } from './migration'

/** The writes that wait for an operator, and what an operator has decided. */
export const heldChanges: Migration = ({ schema }, { text }) =>
  [
    schema
      .createTable('held_change')
      .addColumn('company', text, (column) => column.notNull())
      .addColumn('kind', text, (column) => column.notNull())
      .addColumn('crm_id', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('write', text, (column) => column.notNull())
      .addColumn('fingerprint', text, (column) => column.notNull())
      .addColumn('fields_json', text, (column) => column.notNull())
      .addColumn('waits_for', text)
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('held_change_key', ['company', 'kind', 'crm_id']),
    schema.createIndex('held_change_state').on('held_change').columns(['company', 'state', 'kind', 'crm_id']),
    schema.createIndex('held_change_customer').on('held_change').columns(['company', 'waits_for', 'kind', 'crm_id']),
  ].map((statement) => statement.compile())
