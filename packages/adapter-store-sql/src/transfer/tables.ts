/** A table that is copied. `key`: the columns of its primary key, in order. */
export interface CopiedTable {
  readonly name: 'mapping' | 'inbox' | 'journal' | 'mark' | 'origin' | 'gap' | 'held_change' | 'named_value'
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** The columns with the times of past events, in milliseconds since 1970. Columns with future times are left out. */
  readonly times: readonly string[]
  /** The version of the schema that has added the table. */
  readonly since: number
  /** A query that replaces the table in older versions. It may only read `mapping`. */
  readonly before?: string
  /** The columns that a later version of the schema has added, and what replaces them in older versions. */
  readonly added?: Readonly<Record<string, { readonly since: number; readonly before: string }>>
}

const key = ['company', 'kind', 'crm_id']

/** The restores of the store. */
export const gapTable: CopiedTable = {
  name: 'gap',
  columns: ['restored_at', 'backed_up_at'],
  key: ['restored_at'],
  times: ['restored_at', 'backed_up_at'],
  since: 3,
}

/** Everything in a store except its leases, which belong to processes, and the place where it was moved to. */
export const copiedTables: readonly CopiedTable[] = [
  {
    name: 'mapping',
    columns: [
      ...[...key, 'target', 'state', 'code', 'record_id', 'record_id_lower', 'number', 'fingerprint', 'detail_json'],
      ...['version', 'updated_at'],
    ],
    key,
    times: ['updated_at'],
    since: 1,
  },
  {
    // Without `earlier_at`, because the databases keep it in different forms. Until its next note, a copied entry may
    // look older than it is.
    name: 'inbox',
    columns: [
      ...[...key, 'generation', 'event', 'type', 'triggered_by', 'noted_at', 'latest_at', 'state', 'attempts'],
      ...['due_at', 'error_kind', 'error_message', 'error_details_json', 'error_code'],
    ],
    key,
    times: ['noted_at', 'latest_at'],
    since: 1,
    // Failures of an older store are grouped by the kind of the error, until they fail again.
    added: { error_code: { since: 7, before: 'error_kind' } },
  },
  {
    name: 'journal',
    columns: [
      ...['place', ...key, 'at', 'triggered_by', 'attempt', 'outcome', 'error_kind', 'siagh_json', 'duration_ms'],
      ...['calls_json', 'warnings_json', 'person'],
    ],
    key: ['place'],
    times: ['at'],
    since: 1,
    added: { person: { since: 6, before: 'null' } },
  },
  { name: 'mark', columns: ['company', 'name', 'value'], key: ['company', 'name'], times: [], since: 2 },
  {
    name: 'origin',
    columns: ['company', 'origin_json'],
    key: ['company'],
    times: [],
    since: 3,
    before: 'select distinct company, null as origin_json from mapping',
  },
  gapTable,
  {
    name: 'held_change',
    columns: [...key, 'state', 'write', 'fingerprint', 'fields_json', 'waits_for', 'at'],
    key,
    times: ['at'],
    since: 5,
  },
  {
    name: 'named_value',
    columns: ['company', 'name', 'value_json', 'version'],
    key: ['company', 'name'],
    times: [],
    since: 9,
  },
]
