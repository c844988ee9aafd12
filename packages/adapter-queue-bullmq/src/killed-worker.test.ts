import { postgres, redis } from '@siagh-sync/backends'
import { expect, it, vi } from 'vitest'
import { hang, type Order } from '../test/hang'
import { postgresQueueForTest, SCHEMA } from '../test/postgres-queue'
import { redisQueueForTest } from '../test/redis-queue'
import type { BullmqQueue } from '.'

const LOCK_MS = 500

interface Opened {
  readonly queue: BullmqQueue
  readonly order: Order
}

async function onRedis(): Promise<Opened> {
  const { queue, prefix } = await redisQueueForTest({ lockMs: LOCK_MS })
  return { queue, order: { connection: (await redis()).url, prefix, lockMs: LOCK_MS } }
}

async function onPostgres(): Promise<Opened> {
  const { queue, prefix } = await postgresQueueForTest({ lockMs: LOCK_MS })
  const connection = { connectionString: (await postgres()).url, schema: SCHEMA }
  return { queue, order: { connection, prefix, lockMs: LOCK_MS } }
}

it.each<[string, () => Promise<Opened>, number]>([
  ['a worker that was killed, on Redis', onRedis, 0],
  ['a worker that was killed, on PostgreSQL', onPostgres, 0],
  ['one whose clock was ten minutes ahead, on PostgreSQL', onPostgres, 600_000],
])('a wake-up comes back from %s', async (_name, open, aheadMs) => {
  const { queue, order } = await open()
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')
  const child = await hang({ ...order, aheadMs })
  await vi.waitFor(() => expect(child.said).toContain('identity/1'), { timeout: 10_000 })
  await child.kill()

  const calls: string[] = []
  const handler = async (key: string) => (calls.push(key), { status: 'done' } as const)
  expect(await queue.work('acme', handler, { concurrency: 1 })).toHaveProperty('value')
  await vi.waitFor(() => expect(calls).toEqual(['identity/1']), { timeout: 10_000 })
})
