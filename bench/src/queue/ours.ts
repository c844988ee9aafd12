import { bullmqQueue } from '@siagh-sync/adapter-queue-bullmq'
import type { Queue } from '@siagh-sync/sync-core'
import type { PrefixPlace } from '../backends/with-prefix'
import type { SchemaPlace } from '../backends/with-schema'
import type { Contestant } from './contestant'
import { expectOk } from '../../../test-support/results'

const TOPIC = 'default'

/** Our adapter. */
export function ours(place: PrefixPlace | SchemaPlace): Contestant {
  const queue = openQueue(place)
  return {
    add: async (key) => expectOk(await queue.enqueue(TOPIC, key)),
    async work(handled, concurrency) {
      const handler = () => {
        handled()
        return Promise.resolve({ status: 'done' } as const)
      }
      return expectOk(await queue.work(TOPIC, handler, { concurrency }))
    },
  }
}

function openQueue(place: PrefixPlace | SchemaPlace): Queue {
  if ('prefix' in place) return bullmqQueue({ connection: place.url, prefix: place.prefix })
  return bullmqQueue({ connection: { connectionString: place.url, schema: place.schema } })
}
