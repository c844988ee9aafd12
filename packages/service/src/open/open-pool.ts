import type { Pool } from 'pg'
import type { Logger } from '@siagh-sync/sync-core'
import type { Closings } from './closings'

/** What a pool of connections is opened with. */
export interface PoolOptions {
  readonly url: string
  /** The server lists the connections under the name `siagh-sync <role>`. */
  readonly role?: string
  /** How many connections at most. */
  readonly max: number
  /** How long a statement may take; default: as long as it takes. */
  readonly timeoutMs?: number
}

/**
 * Connections to a PostgreSQL. None of them is opened before the first statement. A connection that is lost later is replaced by the next
 * statement. Rejects where the package `pg` is missing.
 */
export async function openPool(
  { url, role, max, timeoutMs }: PoolOptions,
  logger: Logger,
  closings: Closings,
): Promise<Pool> {
  // Loaded here: a store in a file works without it.
  const { Pool } = await import('pg')
  const pool = new Pool({
    connectionString: url,
    application_name: role === undefined ? 'siagh-sync' : `siagh-sync ${role}`,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A server that vanished without a word is noticed by these two. Both are ours alone: PgBouncer refuses settings of the session.
    ...(timeoutMs !== undefined && { query_timeout: timeoutMs }),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Without a listener, a connection that breaks while no statement runs on it would end the process.
  pool.on('connect', (client) => {
    client.on('error', ({ message }) => logger.warn({ reason: message }, 'a connection to the database was lost'))
  })
  // An idle one tells the pool as well, which lets go of it.
  pool.on('error', () => {})
  closings.add('the connections to the database', () => pool.end())
  return pool
}
