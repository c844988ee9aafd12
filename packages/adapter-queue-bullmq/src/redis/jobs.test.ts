import { redis } from '@siagh-sync/backends'
import { Redis } from 'ioredis'
import { expect, it, onTestFinished } from 'vitest'
import { redisQueueForTest } from '../../test/redis-queue'

it('keeps nothing but the key in a job, and nothing at all of one that has ended', async () => {
  const { queue, prefix } = await redisQueueForTest()
  const client = new Redis((await redis()).url)
  onTestFinished(() => client.disconnect())
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')
  const [held = ''] = await client.keys(`${prefix}:acme:????????-*`)
  expect(JSON.parse((await client.hget(held, 'data')) ?? '')).toEqual({ key: 'identity/1' })

  const answered = new Promise<string>((resolve) => {
    const handler = (key: string) => {
      resolve(key)
      return Promise.resolve({ status: 'done' } as const)
    }
    void queue.work('acme', handler, { concurrency: 1 }).unwrapOr(undefined)
  })
  expect(await answered).toBe('identity/1')
  await expect.poll(() => client.keys(`${prefix}:acme:????????-*`)).toEqual([])
  expect(await client.keys(`${prefix}:acme:de:*`)).toEqual([])
})
