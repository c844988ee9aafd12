import { PostgresConnection } from 'bullmq'
import type { PostgresConnectionOptions } from '../options'
import type { Report } from '../report'

const SCHEMA = 'siagh_sync_queue'

/**
 * Commits do not wait for the disk: if the server crashes and a wake-up is lost, the sweep enqueues it again. The
 * store must not lose anything and has its own connections.
 */
const NO_WAIT = '-c synchronous_commit=off'

/** The limits of a pool. */
export interface Manner {
  readonly max: number
  readonly connectionTimeoutMillis: number
  readonly query_timeout: number
}

/** A pool of connections, and a client that listens. It connects when it is used. */
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
