import { Client } from 'pg'

/** What the store holds, read past the adapter, whose mistakes it would repeat otherwise. Ids are `kind/id`. */
export interface StoreState {
  readonly mappings: ReadonlyMap<string, MappingRow>
  readonly inbox: ReadonlyMap<string, InboxRow>
  /** In the order of time. */
  readonly journal: readonly JournalRow[]
  /** Leases that are in force. */
  readonly leases: readonly string[]
}

export interface MappingRow {
  readonly key: string
  readonly state: 'intent' | 'linked' | 'in_doubt'
  readonly code: string | null
}

export interface InboxRow {
  readonly key: string
  readonly state: 'pending' | 'failed' | 'settled'
  readonly event: string
  readonly generation: number
  readonly attempts: number
  readonly error_kind: string | null
  readonly error_message: string | null
  readonly error_details_json: string | null
}

export interface JournalRow {
  readonly key: string
  readonly at: number
  readonly duration_ms: number
  readonly outcome: string | null
  readonly error_kind: string | null
  readonly calls_json: string
}

const KEY = `kind || '/' || crm_id as key`
const IN_FORCE = 'from siagh_sync.lease where expires_at > extract(epoch from clock_timestamp()) * 1000'

/** How much is still to be done. */
export interface Unfinished {
  readonly pending: number
  readonly leases: number
}

/** Counts what is pending and what is leased. */
export function readUnfinished(url: string): Promise<Unfinished> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Unfinished>(
      `select (select count(*)::int from siagh_sync.inbox where state = 'pending') as pending, (select count(*)::int ${IN_FORCE}) as leases`,
    )
    return rows[0] ?? { pending: 0, leases: 0 }
  })
}

/** Reads all of it. */
export function readStore(url: string): Promise<StoreState> {
  return withClient(url, async (client) => {
    const read = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows
    const mappings = await read<MappingRow>(`select ${KEY}, state, code from siagh_sync.mapping`)
    const inbox = await read<InboxRow>(
      `select ${KEY}, state, event, generation, attempts, error_kind, error_message, error_details_json from siagh_sync.inbox`,
    )
    const journal = await read<JournalRow>(
      `select ${KEY}, at::float8, duration_ms::int, outcome, error_kind, calls_json from siagh_sync.journal order by at, place`,
    )
    const leases = await read<{ key: string }>(`select ${KEY} ${IN_FORCE}`)
    return {
      mappings: byKey(mappings),
      inbox: byKey(inbox),
      journal,
      leases: leases.map(({ key }) => key),
    }
  })
}

function byKey<Row extends { readonly key: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.key, row]))
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
