/** A table whose rows go along, by the columns of its primary key in their order. */
export interface CopiedTable {
  readonly name: 'mapping' | 'inbox' | 'journal' | 'mark' | 'origin' | 'gap'
  readonly columns: readonly string[]
  readonly key: readonly string[]
  /** The columns that say when something happened, in milliseconds since 1970. Times that are still to come are not among them. */
  readonly times: readonly string[]
  /** The version of the schema that brought the table. */
  readonly since: number
  /** What stands for the rows where the version is older. Its only table is `mapping`. */
  readonly before?: string
}

const key = ['company', 'kind', 'crm_id']

/** The restores that the store has been through. */
export const gapTable: CopiedTable = {
  name: 'gap',
  columns: ['restored_at', 'backed_up_at'],
  key: ['restored_at'],
  times: ['restored_at', 'backed_up_at'],
  since: 3,
}

/** Everything that a store remembers but its leases, which belong to processes, and where it was moved to. */
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
    // Without `earlier_at`, which the databases keep in different forms: a copied entry may look older than it is, until its next note.
    name: 'inbox',
    columns: [
      ...[...key, 'generation', 'event', 'type', 'triggered_by', 'noted_at', 'latest_at', 'state', 'attempts'],
      ...['due_at', 'error_kind', 'error_message', 'error_details_json'],
    ],
    key,
    times: ['noted_at', 'latest_at'],
    since: 1,
  },
  {
    name: 'journal',
    columns: [
      ...['place', ...key, 'at', 'triggered_by', 'attempt', 'outcome', 'error_kind', 'siagh_json', 'duration_ms'],
      ...['calls_json', 'warnings_json'],
    ],
    key: ['place'],
    times: ['at'],
    since: 1,
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
]
