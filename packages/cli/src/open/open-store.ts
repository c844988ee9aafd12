import type { Logger, Store } from '@siagh-sync/sync-core'
import type { Config } from '../config/schema'
import type { Closings } from './closings'
import { demandDrivers } from './drivers'
import { hidePassword } from './hide-password'

type StoreConfig = Pick<Config, 'store' | 'queue' | 'concurrency'>

/** PostgreSQL where there is a URL, else the SQLite file. Rejects with one sentence that names the setting. */
export async function openStore(config: StoreConfig, logger: Logger, closings: Closings): Promise<Store> {
  const { url } = config.store
  const store = await (url === undefined
    ? openFile(config.store.file ?? '', logger)
    : openDatabase({ ...config, url }, logger, closings))
  closings.add('the store', async () => {
    const closed = await store.close()
    if (closed.isErr()) throw new Error(closed.error.message)
  })
  return store
}

async function openFile(file: string, logger: Logger): Promise<Store> {
  const { sqliteStore } = await import('@siagh-sync/adapter-store-sql/sqlite')
  try {
    return await sqliteStore({ file, logger })
  } catch (cause) {
    throw new Error(`store.file (STORE_FILE) cannot be used: ${reasonOf(cause)}.`, { cause })
  }
}

async function openDatabase(
  { url, store, queue, concurrency }: StoreConfig & { readonly url: string },
  logger: Logger,
  closings: Closings,
): Promise<Store> {
  await demandDrivers({ store, queue })
  const { Pool } = await import('pg')
  const { postgresStore } = await import('@siagh-sync/adapter-store-sql/postgres')
  const pool = new Pool({
    connectionString: url,
    application_name: 'siagh-sync',
    // One for each run, and some for renewals, the sweep and webhooks.
    max: concurrency + 4,
    connectionTimeoutMillis: 5_000,
    // A server that vanished without a word is noticed by these two.
    query_timeout: 30_000,
    keepAlive: true,
  })
  // Without a listener, a connection that breaks while no statement runs on it would end the process.
  pool.on('error', ({ message }) => logger.warn({ reason: message }, 'a connection to the database was lost'))
  closings.add('the connections to the database', () => pool.end())
  return postgresStore({ pool, schema: store.schema }).catch((error: unknown) => {
    // Without its cause, which belongs to a driver that knows the password.
    throw new Error(`store.url (DATABASE_URL) cannot be used: ${hidePassword(url, reasonOf(error))}.`)
  })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/^\w+Store: /, '').replace(/\.$/, '') : String(cause)
}
