import { postgresStore } from '@siagh-sync/adapter-store-sql/postgres'
import type { Store } from '@siagh-sync/sync-core'
import { Pool } from 'pg'
import type { SchemaPlace } from './with-schema'

const CONNECTIONS = 10

/**
 * A store on PostgreSQL as it is deployed where no pooler stands in between, which lets the server keep its plans. Throws where a commit
 * would not wait for the disk: such figures mean nothing.
 */
export async function openPostgres({ url, schema }: SchemaPlace): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS })
  const store = await postgresStore({ pool, schema, preparedStatements: true })
  for (const setting of ['synchronous_commit', 'fsync']) {
    const { rows } = await pool.query<Record<string, string>>(`SHOW ${setting}`)
    if (rows[0]?.[setting] !== 'on') throw new Error(`PostgreSQL has ${setting} ${String(rows[0]?.[setting])}, not on`)
  }
  return { ...store, close: () => store.close().andTee(() => void pool.end()) }
}
