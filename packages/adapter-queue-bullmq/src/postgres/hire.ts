import { PostgresQueueBackend, Worker, type BackendFactory } from 'bullmq'
import type { PostgresConnection, PostgresConnectionOptions as Connection, Processor } from 'bullmq'
import { calmDown } from '../calm-down'
import type { Hands, WakeUp } from '../engine'
import type { PostgresConnectionOptions, Settings } from '../options'
import type { Report } from '../report'
import { workerOptions } from '../worker-options'
import { openConnection } from './open-connection'
import { isSchemaGone, prepareSchema } from './prepare-schema'
import { useServerClock } from './use-server-clock'

/** What is needed to make a worker. */
export interface Workshop {
  readonly options: PostgresConnectionOptions
  readonly settings: Settings
  readonly report: Report
}

/** A worker's connection counts as lost if a query has no answer after this time. */
const SILENCE_MS = 10_000

/** More connections do not make a worker faster, because it takes one job after another. */
const MOST = 10

/**
 * The longest sleep of a worker, in seconds. Then it looks for jobs, even if PostgreSQL's notification was lost.
 * BullMQ's default is an hour.
 */
const LONGEST_SLEEP_S = 10

/** A worker with its own pool, and one more connection that listens for jobs. */
export function hire(
  { options, settings, report }: Workshop,
  name: string,
  processor: Processor<WakeUp, void>,
  concurrency: number,
): Hands {
  const max = Math.min(concurrency + 1, MOST)
  const manner = { max, connectionTimeoutMillis: settings.timeoutMs, query_timeout: SILENCE_MS }
  const connection = openConnection(options, manner, report)
  const given = { ...workerOptions(settings, concurrency), connection: {} }
  const worker = new Worker<WakeUp, void, string, PostgresQueueBackend, object, Connection>(
    name,
    processor,
    given,
    backendOn(connection, settings, report),
  )
  return {
    worker,
    close: () => worker.close(),
    letGo() {},
    cut() {
      connection.close().catch(report.failed)
    },
  }
}

/** The backend of a worker. It prepares its schema before it is ready. */
function backendOn(
  connection: PostgresConnection,
  settings: Settings,
  report: Report,
): BackendFactory<PostgresQueueBackend, Connection> {
  return (name, given) => {
    const backend = new PostgresQueueBackend(connection, name, given, true, name)
    const ready = backend.waitUntilReady.bind(backend)
    let prepared: Promise<void> | undefined
    backend.waitUntilReady = async () => {
      await (prepared ??= prepareSchema(connection))
      await ready()
    }
    Object.defineProperty(backend, 'maximumBlockTimeout', { value: LONGEST_SLEEP_S })
    useServerClock(backend, connection, name, settings)
    calmDown(backend, report, async (error) => {
      if (isSchemaGone(error)) await prepareSchema(connection)
    })
    return backend
  }
}
