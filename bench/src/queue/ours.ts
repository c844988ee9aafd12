import { openQueue, type QueuePlace } from '../backends/open-queue'
import type { Contestant } from './contestant'

const TOPIC = 'default'

/** Our adapter. */
export function ours(place: QueuePlace): Contestant {
  const queue = openQueue(place)
  return {
    add: async (key) => (await queue.enqueue(TOPIC, key))._unsafeUnwrap(),
    async work(handled, concurrency) {
      const handler = () => {
        handled()
        return Promise.resolve({ status: 'done' } as const)
      }
      return (await queue.work(TOPIC, handler, { concurrency }))._unsafeUnwrap()
    },
  }
}
