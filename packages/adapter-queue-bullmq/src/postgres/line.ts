import { within } from '@siagh-sync/sync-core'
import { PostgresQueueBackend, Queue, type BackendFactory, type PostgresConnection } from 'bullmq'
import type { PostgresConnectionOptions as Connection } from 'bullmq'
import { jobOptions, streams, type Line, type WakeUp } from '../engine'
import { openLine, type NewJob } from '../open-line'
import type { Report } from '../report'
import { gather } from './gather'
import { look } from './look'
import { isSchemaGone, prepareSchema } from './prepare-schema'

/** The largest number of jobs in one statement. */
const MOST = 200

/** The line of a queue, over a shared pool. Jobs that come together are added by one statement. */
export function lineOn(connection: PostgresConnection, name: string, timeoutMs: number, report: Report): Line {
  const factory: BackendFactory<PostgresQueueBackend, Connection> = (queue, given) =>
    new PostgresQueueBackend(connection, queue, given, false)
  const given = { connection: {}, streams, defaultJobOptions: jobOptions }
  const queue = new Queue<WakeUp, void, string, WakeUp, void, string, PostgresQueueBackend, Connection>(
    name,
    given,
    factory,
  )
  const add = async (jobs: readonly NewJob[]) => {
    const added = await mended(connection, () => queue.addBulk([...jobs]))
    return added.map(({ id = '' }) => id)
  }
  const join = gather(add, MOST)
  const addInTime = (job: NewJob) => within(timeoutMs, 'PostgreSQL does not answer', join(job))
  return openLine(queue, (id, jobId) => look(connection, name, id, jobId), report, addInTime)
}

/**
 * If somebody drops the schema, its wake-ups are lost, and the sweep enqueues them again. The next call creates new
 * tables.
 */
async function mended<T>(connection: PostgresConnection, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isSchemaGone(error)) throw error
    await prepareSchema(connection)
    return work()
  }
}
