import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Logger, Queue } from '@siagh-sync/sync-core'
import type { ServiceConfig } from '../config/resolve-config'
import type { Closings } from './closings'
import { demandDrivers } from './drivers'

/**
 * BullMQ where `queue.url` leads, else in the database of the store, else a queue within this process. An engine that is away rejects
 * nothing here: webhooks are noted in the store meanwhile. Rejects with one sentence where a package is missing.
 */
export async function openQueue(
  { queue, store }: Pick<ServiceConfig, 'queue' | 'store'>,
  logger: Logger,
  closings: Closings,
): Promise<Queue> {
  const connection = queue.url ?? store.url
  if (connection === undefined) return memoryQueue()
  await demandDrivers({ queue, store })
  const { bullmqQueue } = await import('@siagh-sync/adapter-queue-bullmq')
  const opened = bullmqQueue({ connection, prefix: queue.prefix, logger })
  closings.add('the queue', () => opened.close())
  return opened
}
