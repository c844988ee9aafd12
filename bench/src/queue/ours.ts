import { openQueue, type QueuePlace } from '../backends/open-queue'
import type { Contestant } from './contestant'
import { expectOk } from '../../../test-support/results'

const TOPIC = 'default'

/** Our adapter. */
export function ours(place: QueuePlace): Contestant {
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
