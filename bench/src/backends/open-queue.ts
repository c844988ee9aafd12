import { bullmqQueue } from '@siagh-sync/adapter-queue-bullmq'
import { memoryQueue } from '@siagh-sync/adapter-queue-memory'
import type { Queue } from '@siagh-sync/sync-core'
import type { PrefixPlace } from './with-prefix'
import type { SchemaPlace } from './with-schema'

/** Where wake-ups wait: in the process, in Redis, or in a schema of PostgreSQL. */
export type QueuePlace = 'memory' | PrefixPlace | SchemaPlace

/** A queue as it is deployed. */
export function openQueue(place: QueuePlace): Queue {
  if (place === 'memory') return memoryQueue()
  if ('prefix' in place) return bullmqQueue({ connection: place.url, prefix: place.prefix })
  return bullmqQueue({ connection: { connectionString: place.url, schema: place.schema } })
}
