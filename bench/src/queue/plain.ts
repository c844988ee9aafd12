import { createPostgresBackend, Queue, Worker } from 'bullmq'
import type { PrefixPlace } from '../backends/with-prefix'
import type { SchemaPlace } from '../backends/with-schema'
import type { Contestant } from './contestant'

const NAME = 'default'
const JOB = 'wake-up'

/**
 * BullMQ as its documentation shows it, with what our adapter sets as well: jobs are removed when they have ended, one is waiting
 * per key, few events are kept, and a worker holds its jobs as long.
 */
export function plain(place: PrefixPlace | SchemaPlace): Contestant {
  const { queue, hire } = 'prefix' in place ? onRedis(place) : onPostgres(place)
  return {
    add: (key) => queue.add(JOB, { key }, { deduplication: { id: key } }),
    async work(handled, concurrency) {
      const worker = hire(handled, concurrency)
      await worker.waitUntilReady()
      return { stop: () => worker.close() }
    },
  }
}

const queueSettings = {
  defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  streams: { events: { maxLen: 1_000 } },
} as const
const workerSettings = { lockDuration: 15_000, stalledInterval: 7_500 } as const

const processor = (handled: () => void) => () => {
  handled()
  return Promise.resolve()
}

function onRedis({ url, prefix }: PrefixPlace) {
  const given = { connection: { url }, prefix }
  return {
    queue: new Queue(NAME, { ...given, ...queueSettings }),
    hire: (handled: () => void, concurrency: number) =>
      new Worker(NAME, processor(handled), { ...given, ...workerSettings, concurrency }),
  }
}

function onPostgres({ url, schema }: SchemaPlace) {
  // Like our adapter's connections, these do not wait for the disk.
  const options = '-c synchronous_commit=off'
  const given = { connection: { connectionString: url, schema, migrate: true, options } }
  return {
    queue: new Queue(NAME, { ...given, ...queueSettings }, createPostgresBackend),
    hire: (handled: () => void, concurrency: number) =>
      new Worker(NAME, processor(handled), { ...given, ...workerSettings, concurrency }, createPostgresBackend),
  }
}
