import { within } from '@siagh-sync/sync-core'
import type { PostgresConnection } from 'bullmq'
import type { Line } from '../engine'
import type { PostgresConnectionOptions, Settings } from '../options'
import type { Report } from '../report'
import { lineOn } from './line'
import { openConnection } from './open-connection'
import { prepareSchema } from './prepare-schema'

/** Each topic uses one connection at a time, for all jobs that came together. */
const MOST = 5

/** The lines of all topics, over one pool. */
export interface Producers {
  /** Rejects while PostgreSQL is away, and tries again with the next call. */
  line(name: string): Promise<Line>
  close(): Promise<void>
}

/** Creates the producers. The first request for a line opens the first connection. */
export function createProducers(options: PostgresConnectionOptions, settings: Settings, report: Report): Producers {
  const { timeoutMs } = settings
  const lines = new Map<string, Line>()
  let open: Promise<PostgresConnection> | undefined

  const openPool = async () => {
    const manner = { max: MOST, connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs }
    const connection = openConnection(options, manner, report)
    try {
      await prepareSchema(connection)
      await connection.waitUntilReady()
      return connection
    } catch (error) {
      // Otherwise BullMQ would return this error for ever.
      open = undefined
      connection.close().catch(report.failed)
      throw error
    }
  }

  return {
    async line(name) {
      const connection = await within(timeoutMs, 'PostgreSQL does not answer', (open ??= openPool()))
      const line = lines.get(name) ?? lineOn(connection, name, timeoutMs, report)
      lines.set(name, line)
      return line
    },
    async close() {
      const connection = await open?.catch(() => undefined)
      await connection?.close()
    },
  }
}
