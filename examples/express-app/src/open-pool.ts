import { Pool } from 'pg'
import type { Logger } from '@siagh-sync/sync-core'
import { awaitDatabase } from './await-database'
import type { Closings } from './closings'
import type { Config } from './config'

/** How long a process that starts together with its database waits for it. */
const WAIT_LIMIT_MS = 30_000

type PoolConfig = Pick<Config, 'ROLE' | 'CONCURRENCY'> & { readonly DATABASE_URL: string }

/**
 * Connections to the database, which has answered on one of them. Rejects with one sentence, at once where the database refuses
 * us, and after `waitLimitMs` where there is none. A connection that is lost later is replaced by the next statement.
 */
export async function openPool(
  config: PoolConfig,
  logger: Logger,
  closings: Closings,
  waitLimitMs = WAIT_LIMIT_MS,
): Promise<Pool> {
  const pool = createPool(config, logger)
  closings.add('the connections to the database', () => pool.end())
  await awaitDatabase(pool, config.DATABASE_URL, waitLimitMs, logger)
  return pool
}

function createPool({ DATABASE_URL, ROLE, CONCURRENCY }: PoolConfig, logger: Logger): Pool {
  const pool = new Pool({
    connectionString: DATABASE_URL,
    application_name: `siagh-sync ${ROLE}`,
    max: connectionsOf(ROLE, CONCURRENCY),
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A server that vanished without a word is noticed by these two. Both are ours alone: PgBouncer refuses settings of the session.
    query_timeout: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Without a listener, a connection that breaks while no statement runs on it would end the process.
  pool.on('connect', (client) => {
    client.on('error', ({ message }) => logger.warn({ reason: message }, 'a connection to the database was lost'))
  })
  // An idle one tells the pool as well, which lets go of it.
  pool.on('error', () => {})
  return pool
}

/** One for each run, since a run makes one statement after the other, and some for renewals, the sweep and webhooks. */
function connectionsOf(role: Config['ROLE'], concurrency: number): number {
  return role === 'web' ? 8 : concurrency + 4
}
