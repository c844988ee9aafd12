import type { Logger, Store } from '@siagh-sync/sync-core'
import { reasonOf } from '@siagh-sync/sync-core/messages'
import { refusal, serviceSaying } from '../messages/service-messages'
import type { ServiceConfig } from '../config/resolve-config'
import { awaitDatabase, cannotBeUsed, type Patience } from './await-database'
import type { Closings } from './closings'
import { demandDrivers } from './drivers'
import { withoutSecret } from './hide-password'
import { openPool } from './open-pool'

/** The settings that decide which store is opened, and with how many connections. */
export type StoreConfig = Pick<ServiceConfig, 'role' | 'store' | 'queue' | 'concurrency'> &
  Partial<Pick<ServiceConfig, 'companies'>>

/** Opens PostgreSQL if there is a URL, or else the SQLite file. Rejects with one sentence that names the setting. */
export async function openStore(
  config: StoreConfig,
  logger: Logger,
  closings: Closings,
  patience: Patience = { waitMs: 0 },
): Promise<Store> {
  const { url, file = '' } = config.store
  const store = await (url === undefined
    ? openFile(file, logger)
    : openDatabase(config, url, logger, closings, patience))
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
    throw refusal(serviceSaying('store_file_unusable', { reason: reasonOf(cause) }), { cause })
  }
}

async function openDatabase(
  config: StoreConfig,
  url: string,
  logger: Logger,
  closings: Closings,
  patience: Patience,
): Promise<Store> {
  await demandDrivers(config)
  const { postgresStore } = await import('@siagh-sync/adapter-store-sql/postgres')
  const options = { url, role: config.role, max: connectionsOf(config), timeoutMs: 30_000 }
  const pool = await openPool(options, logger, closings)
  await awaitDatabase(pool, url, patience, logger)
  return postgresStore({ pool, schema: config.store.schema }).catch((error: unknown) => {
    throw cannotBeUsed(withoutSecret(url, reasonOf(error)))
  })
}

/**
 * One connection for each run, because a run makes one statement after the other, and some for renewals, the sweep
 * and webhooks.
 */
function connectionsOf({ role, concurrency, companies }: StoreConfig): number {
  return role === 'web' ? 8 : concurrency * (companies?.length ?? 1) + 4
}
