import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Logger, Queue } from '@siagh-sync/sync-core'
import type { Config } from '../config/schema'
import type { Closings } from './closings'
import { demandDrivers } from './drivers'

/**
 * BullMQ where `queue.url` leads, else in the database of the store, else a queue within this process. Rejects with one sentence
 * where a package is missing.
 */
export async function openQueue(
  { queue, store }: Pick<Config, 'queue' | 'store'>,
  logger: Logger,
  closings: Closings,
): Promise<Queue> {
  const connection = queue.url ?? store.url
  if (connection === undefined) return memoryQueue()
  await demandDrivers({ queue, store })
  const { bullmqQueue } = await import('@siagh-sync/adapter-queue-bullmq')
  // As the example app has it: no schema has a - in its name, so no two installations in one database get one prefix.
  const opened = bullmqQueue({ connection, prefix: queue.prefix ?? store.schema.replaceAll('_', '-'), logger })
  closings.add('the queue', () => opened.close())
  return opened
}
