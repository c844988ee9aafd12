import { PostgresQueueBackend, Queue, type PostgresConnection } from 'bullmq'
import type { BackendFactory, PostgresConnectionOptions as Connection } from 'bullmq'
import { jobOptions, streams, type Line, type WakeUp } from '../engine'
import { openLine } from '../open-line'
import type { PostgresConnectionOptions, Settings } from '../options'
import type { Report } from '../report'
import { look } from './look'
import { openConnection } from './open-connection'
import { isSchemaGone, prepareSchema } from './prepare-schema'

/** More than this many rings at once wait for one another. */
const MOST = 5

/** The lines of all topics, over one pool. */
export interface Producers {
  /** Rejects while PostgreSQL is away, and tries again with the next call. */
  line(name: string): Promise<Line>
  close(): Promise<void>
}

interface Pool {
  readonly connection: PostgresConnection
  readonly lines: Map<string, Line>
}

/** No connection is made before the first line is asked for. */
export function createProducers(options: PostgresConnectionOptions, settings: Settings, report: Report): Producers {
  const { timeoutMs } = settings
  let open: Promise<Pool> | undefined

  const openPool = async (): Promise<Pool> => {
    const manner = { max: MOST, connectionTimeoutMillis: timeoutMs, query_timeout: timeoutMs }
    const connection = openConnection(options, manner, report)
    try {
      await prepareSchema(connection)
      await connection.waitUntilReady()
    } catch (error) {
      // BullMQ would answer with this error for ever.
      open = undefined
      connection.close().catch(report.failed)
      throw error
    }
    return { connection, lines: new Map() }
  }

  /** Somebody who drops the schema takes the wake-ups, which the sweep rings again; the next call makes the tables anew. */
  const mended = async <T>({ connection }: Pool, work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      if (isSchemaGone(error)) await prepareSchema(connection)
      throw error
    }
  }

  const lineOf = (name: string, pool: Pool): Line => {
    const { connection } = pool
    const factory: BackendFactory<PostgresQueueBackend, Connection> = (queue, given) =>
      new PostgresQueueBackend(connection, queue, given, false)
    const queueOptions = { connection: {}, streams, defaultJobOptions: jobOptions }
    const queue = new Queue<WakeUp, void, string, WakeUp, void, string, PostgresQueueBackend, Connection>(
      name,
      queueOptions,
      factory,
    )
    const line = openLine(queue, (id, jobId) => look(connection, name, id, jobId), report)
    return { ...line, add: (...job) => mended(pool, line.add(...job)) }
  }

  return {
    async line(name) {
      const pool = await (open ??= openPool())
      const line = pool.lines.get(name) ?? lineOf(name, pool)
      pool.lines.set(name, line)
      return line
    },
    async close() {
      const pool = await open?.catch(() => undefined)
      await pool?.connection.close()
    },
  }
}
