import { sql, type Compilable, type CreateTableBuilder, type SchemaModule } from 'kysely'
import type { ColumnTypes, Migration } from './migration'

/** Mappings, inbox, journal and leases, with an index for every query of the store. */
export const firstTables: Migration = ({ schema }, types) =>
  [mappingTable, inboxTable, journalTable, leaseTable]
    .flatMap((table) => table(schema, types))
    .map((statement) => statement.compile())

const withKey = <Table extends string>(table: CreateTableBuilder<Table>, { text }: ColumnTypes) =>
  table
    .addColumn('company', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('crm_id', text, (column) => column.notNull())

function mappingTable(schema: SchemaModule, types: ColumnTypes): readonly Compilable[] {
  const { text, whole } = types
  return [
    withKey(schema.createTable('mapping'), types)
      .addColumn('target', text, (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('code', text)
      .addColumn('record_id', text)
      .addColumn('record_id_lower', text)
      .addColumn('number', text)
      .addColumn('fingerprint', text, (column) => column.notNull())
      .addColumn('detail_json', text, (column) => column.notNull())
      .addColumn('version', whole, (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('mapping_key', ['company', 'kind', 'crm_id']),
    schema.createIndex('mapping_code').unique().on('mapping').columns(['company', 'target', 'code']),
    schema.createIndex('mapping_record_id').unique().on('mapping').columns(['company', 'record_id_lower']),
    schema.createIndex('mapping_state').on('mapping').columns(['company', 'state', 'kind', 'crm_id']),
  ]
}

function inboxTable(schema: SchemaModule, types: ColumnTypes): readonly Compilable[] {
  const { text, whole } = types
  return [
    withKey(schema.createTable('inbox'), types)
      .addColumn('generation', whole, (column) => column.notNull())
      .addColumn('event', text, (column) => column.notNull())
      .addColumn('type', text)
      .addColumn('triggered_by', text, (column) => column.notNull())
      .addColumn('noted_at', 'bigint', (column) => column.notNull())
      .addColumn('latest_at', 'bigint', (column) => column.notNull())
      .addColumn('state', text, (column) => column.notNull())
      .addColumn('attempts', whole, (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .addColumn('error_kind', text)
      .addColumn('error_message', text)
      .addColumn('error_details_json', text)
      .addPrimaryKeyConstraint('inbox_key', ['company', 'kind', 'crm_id']),
    // `noted_at` is the last column, so that the counts can be read from the index.
    schema.createIndex('inbox_due').on('inbox').columns(['company', 'state', 'due_at', 'kind', 'crm_id', 'noted_at']),
    schema
      .createIndex('inbox_failed')
      .on('inbox')
      .columns(['company', 'noted_at', 'kind', 'crm_id'])
      .where(sql.ref('state'), '=', sql.lit('failed')),
  ]
}

function journalTable(schema: SchemaModule, types: ColumnTypes): readonly Compilable[] {
  const { text, whole } = types
  return [
    withKey(schema.createTable('journal').addColumn('place', types.whole, types.place), types)
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('triggered_by', text, (column) => column.notNull())
      .addColumn('attempt', whole, (column) => column.notNull())
      .addColumn('outcome', text)
      .addColumn('error_kind', text)
      .addColumn('siagh_json', text)
      .addColumn('duration_ms', whole, (column) => column.notNull())
      .addColumn('calls_json', text, (column) => column.notNull())
      .addColumn('warnings_json', text, (column) => column.notNull()),
    schema.createIndex('journal_time').on('journal').columns(['company', 'at', 'place']),
    schema.createIndex('journal_kind').on('journal').columns(['company', 'kind', 'at', 'place']),
    schema.createIndex('journal_record').on('journal').columns(['company', 'crm_id', 'at', 'place']),
    schema.createIndex('journal_outcome').on('journal').columns(['company', 'outcome', 'at', 'place']),
    schema.createIndex('journal_error').on('journal').columns(['company', 'error_kind', 'at', 'place']),
  ]
}

function leaseTable(schema: SchemaModule, types: ColumnTypes): readonly Compilable[] {
  const { text } = types
  return [
    withKey(schema.createTable('lease'), types)
      .addColumn('token', text, (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('lease_key', ['company', 'kind', 'crm_id']),
  ]
}
