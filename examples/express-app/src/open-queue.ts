import { bullmqQueue } from '@siagh-sync/adapter-queue-bullmq'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Logger, Queue } from '@siagh-sync/sync-core'
import type { Closings } from './closings'
import type { Config } from './config'

/**
 * BullMQ where `QUEUE_URL` leads, else in the database of the store, else a queue within this process. An engine that is away
 * rejects nothing here: webhooks are noted in the store meanwhile.
 */
export function openQueue(config: Config, logger: Logger, closings: Closings): Queue {
  const connection = config.QUEUE_URL ?? config.DATABASE_URL
  if (connection === undefined) return memoryQueue()
  const queue = bullmqQueue({ connection, prefix: config.QUEUE_PREFIX, logger })
  closings.add('the queue', () => queue.close())
  return queue
}
