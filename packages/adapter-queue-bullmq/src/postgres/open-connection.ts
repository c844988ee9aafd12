import { PostgresConnection } from 'bullmq'
import type { PostgresConnectionOptions } from '../options'
import type { Report } from '../report'

const SCHEMA = 'siagh_sync_queue'

/**
 * A wake-up that a crash of the server takes with it is rung again by the sweep, so nobody waits for the disk. The store, which
 * must not forget, has connections of its own.
 */
const NO_WAIT = '-c synchronous_commit=off'

/** How a pool is to behave. */
export interface Manner {
  readonly max: number
  readonly connectionTimeoutMillis: number
  readonly query_timeout: number
}

/** A pool of connections, with a client beside it that listens. It connects when it is used. */
export function openConnection(options: PostgresConnectionOptions, manner: Manner, report: Report): PostgresConnection {
  const given = typeof options['options'] === 'string' ? `${options['options']} ` : ''
  const connection = new PostgresConnection({
    schema: SCHEMA,
    ...options,
    ...manner,
    keepAlive: true,
    skipVersionCheck: true,
    migrate: false,
    options: given + NO_WAIT,
  })
  connection.on('error', report.failed)
  return connection
}
