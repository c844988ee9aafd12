import type { Pool } from 'pg'
import type { Logger } from '@siagh-sync/sync-core'
import type { Closings } from './closings'

/** The options of a pool of connections. */
export interface PoolOptions {
  readonly url: string
  /** The server lists the connections under the name `siagh-sync <role>`. */
  readonly role?: string
  /** The largest number of connections. */
  readonly max: number
  /** How long a statement may take. Default: no limit. */
  readonly timeoutMs?: number
}

/**
 * Opens a pool of connections to PostgreSQL. The first statement opens the first connection. If a connection is lost,
 * the next statement opens another one. Rejects if the package `pg` is missing.
 */
export async function openPool(
  { url, role, max, timeoutMs }: PoolOptions,
  logger: Logger,
  closings: Closings,
): Promise<Pool> {
  // Imported here, because a store in a file does not need it.
  const { Pool } = await import('pg')
  const pool = new Pool({
    connectionString: url,
    application_name: role === undefined ? 'siagh-sync' : `siagh-sync ${role}`,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // These settings notice a server that has disappeared without closing the connection. Both work on our side,
    // because PgBouncer refuses settings of the session.
    ...(timeoutMs !== undefined && { query_timeout: timeoutMs }),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // Without a listener, a connection that breaks between two statements would end the process.
  pool.on('connect', (client) => {
    client.on('error', ({ message }) => logger.warn({ reason: message }, 'a connection to the database was lost'))
  })
  // An idle connection reports this to the pool as well, and the pool drops it.
  pool.on('error', () => {})
  closings.add('the connections to the database', () => pool.end())
  return pool
}
