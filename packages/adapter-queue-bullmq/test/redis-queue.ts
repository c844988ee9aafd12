import { randomUUID } from 'node:crypto'
import { redis } from '@siagh-sync/backends'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { bullmqQueue, type BullmqQueue, type BullmqQueueOptions } from '../src'
import { severable, type Severable } from './severable'

/** A queue on the Redis that is there, under a prefix of its own that goes with it. */
export interface RedisQueue {
  readonly queue: BullmqQueue
  readonly prefix: string
  readonly way: Severable
  dispose(): Promise<void>
}

/** Opens one. Another with the same `prefix` is another process, as far as Redis can tell. */
export async function openRedisQueue(options: Partial<BullmqQueueOptions> = {}): Promise<RedisQueue> {
  const { url } = await redis()
  const way = await severable(url)
  const { prefix = `test-${randomUUID()}` } = options
  const queue = bullmqQueue({ connection: way.url, ...options, prefix })
  const dispose = async () => {
    await queue.close()
    await way.cut().catch(() => undefined)
    await forget(url, prefix)
  }
  return { queue, prefix, way, dispose }
}

/** The same for the running test. */
export async function redisQueueForTest(options: Partial<BullmqQueueOptions> = {}): Promise<RedisQueue> {
  const opened = await openRedisQueue(options)
  onTestFinished(opened.dispose)
  return opened
}

async function forget(url: string, prefix: string): Promise<void> {
  const client = new Redis(url)
  const keys = await client.keys(`${prefix}:*`)
  if (keys.length > 0) await client.del(keys)
  client.disconnect()
}
