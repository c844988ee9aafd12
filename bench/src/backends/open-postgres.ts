import { postgresStore } from '@siagh-sync/adapter-store-sql/postgres'
import type { Store } from '@siagh-sync/sync-core'
import { Pool } from 'pg'
import { demandDurability } from './demand-durability'
import type { SchemaPlace } from './with-schema'

const CONNECTIONS = 10

/**
 * A store on PostgreSQL as it is deployed where no pooler stands in between, which lets the server keep its plans. Throws where a commit
 * would not wait for the disk: such figures mean nothing.
 */
export async function openPostgres({ url, schema }: SchemaPlace): Promise<Store> {
  await demandDurability({ url })
  const pool = new Pool({ connectionString: url, max: CONNECTIONS })
  const store = await postgresStore({ pool, schema, preparedStatements: true })
  return { ...store, close: () => store.close().andTee(() => void pool.end()) }
}
