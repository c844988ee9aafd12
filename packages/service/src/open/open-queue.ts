import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Logger, Queue } from '@siagh-sync/sync-core'
import type { ServiceConfig } from '../config/resolve-config'
import type { Closings } from './closings'
import { demandDrivers } from './drivers'

/**
 * Opens the queue: BullMQ at `queue.url`, or else BullMQ in the database of the store, or else a queue in this
 * process. If the queue's engine is away, this does not reject: webhooks are noted in the store meanwhile. Rejects
 * with one sentence if a package is missing.
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
