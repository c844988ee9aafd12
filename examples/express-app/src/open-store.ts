import { postgresStore } from '@siagh-sync/adapter-store-sql/postgres'
import { sqliteStore } from '@siagh-sync/adapter-store-sql/sqlite'
import type { Logger, Store } from '@siagh-sync/sync-core'
import type { Closings } from './closings'
import type { Config } from './config'
import { hidePassword } from './hide-password'
import { openPool } from './open-pool'

/** PostgreSQL where `DATABASE_URL` leads, else the SQLite file. Rejects with one sentence that names the variable. */
export async function openStore(config: Config, logger: Logger, closings: Closings): Promise<Store> {
  const { DATABASE_URL } = config
  const store = await (DATABASE_URL === undefined
    ? openFile(config.STORE_FILE, logger)
    : openDatabase({ ...config, DATABASE_URL }, logger, closings))
  closings.add('the store', async () => {
    const closed = await store.close()
    if (closed.isErr()) throw new Error(closed.error.message)
  })
  return store
}

async function openFile(file: string, logger: Logger): Promise<Store> {
  try {
    return await sqliteStore({ file, logger })
  } catch (cause) {
    throw new Error(`STORE_FILE cannot be used: ${reasonOf(cause)}.`, { cause })
  }
}

async function openDatabase(
  config: Config & { readonly DATABASE_URL: string },
  logger: Logger,
  closings: Closings,
): Promise<Store> {
  const pool = await openPool(config, logger, closings)
  return postgresStore({ pool, schema: config.DATABASE_SCHEMA }).catch((error: unknown) => {
    // Without its cause, which belongs to a driver that knows the password.
    throw new Error(`DATABASE_URL cannot be used: ${hidePassword(config.DATABASE_URL, reasonOf(error))}.`)
  })
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/^\w+Store: /, '').replace(/\.$/, '') : String(cause)
}
