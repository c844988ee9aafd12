import { Pool } from 'pg'
import { postgresPlace, sqlitePlace, type StorePlace } from '@siagh-sync/adapter-store-sql/transfer'
import { withoutPassword, hidePassword } from './hide-password'

/** Where a store is, or is to be. */
export type StoreAddress =
  { readonly file: string; readonly setAside?: boolean } | { readonly url: string; readonly schema: string }

/** Lets `use` copy from or to the place of a store. Rejects with one sentence in which no password stands. */
export async function withPlace<T>(address: StoreAddress, use: (place: StorePlace) => Promise<T>): Promise<T> {
  if ('file' in address) return use(sqlitePlace(address))
  const { url, schema } = address
  const pool = openPool(url)
  try {
    return await use(postgresPlace({ pool, schema, address: withoutPassword(url) }))
  } catch (error) {
    // Without its cause, which belongs to a driver that knows the password.
    throw new Error(hidePassword(url, error instanceof Error ? error.message : String(error)))
  } finally {
    await pool.end()
  }
}

function openPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    application_name: 'siagh-sync',
    max: 2,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A connection that breaks tells the statement that runs on it. One on which none runs would end the process.
  pool.on('error', () => {})
  return pool
}
