import { randomUUID } from 'node:crypto'
import { postgres } from '@siagh-sync/backends'
import { Client, type QueryResultRow } from 'pg'
import { onTestFinished } from 'vitest'
import { bullmqQueue, type BullmqQueue, type BullmqQueueOptions } from '../src'
import { severable, type Severable } from './severable'

/** A queue on the PostgreSQL that is there, under a prefix of its own in a schema that the tests share. */
export interface PostgresQueue {
  readonly queue: BullmqQueue
  readonly prefix: string
  readonly way: Severable
  dispose(): Promise<void>
}

/** Where the tests have their tables. */
export const SCHEMA = 'test_bullmq_queue'

/** Opens one. Another with the same `prefix` is another process, as far as PostgreSQL can tell. */
export async function openPostgresQueue(options: Partial<BullmqQueueOptions> = {}): Promise<PostgresQueue> {
  const { url } = await postgres()
  const way = await severable(url)
  const prefix = options.prefix ?? `test-${randomUUID()}`
  const queue = bullmqQueue({ connection: { connectionString: way.url, schema: SCHEMA }, ...options, prefix })
  const dispose = async () => {
    await queue.close()
    await way.cut().catch(() => undefined)
    await forget(prefix)
  }
  return { queue, prefix, way, dispose }
}

/** The same for the running test. */
export async function postgresQueueForTest(options: Partial<BullmqQueueOptions> = {}): Promise<PostgresQueue> {
  const opened = await openPostgresQueue(options)
  onTestFinished(opened.dispose)
  return opened
}

/** Asks the server, past every queue. */
export async function askPostgres<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client((await postgres()).url)
  await client.connect()
  try {
    return (await client.query<Row & QueryResultRow>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function forget(prefix: string): Promise<void> {
  const tables = ['job', 'event', 'meta', 'dedup', 'dedup_next']
  const deletes = tables.map((table) => `DELETE FROM ${SCHEMA}.${table} WHERE queue LIKE '${prefix}@%'`)
  await askPostgres(deletes.join(';'))
}
