import { startRedis } from '@siagh-sync/backends'
import type { Handled } from '@siagh-sync/sync-core'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { bullmqQueue, type BullmqQueueOptions } from '..'
import { redisQueueForTest } from '../../test/redis-queue'
import { recordingLogger, watchConsole } from '../../test/written'
import { expectOk } from '../../../../test-support/results'

const done: Handled = { status: 'done' }
const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 10_000, interval: 20 })

/** A queue on a Redis that is this test's alone. */
async function onOwnRedis(options: Partial<BullmqQueueOptions> = {}) {
  const server = await startRedis()
  const queue = bullmqQueue({ connection: server.url, ...options })
  onTestFinished(async () => {
    await queue.close()
    await server.dispose()
  })
  const calls: string[] = []
  const work = async (answer: (key: string) => Promise<Handled> = async () => done) => {
    const handler = (key: string) => answer(key).finally(() => calls.push(key))
    return expectOk(await queue.work('acme', handler, { concurrency: 2 }))
  }
  const enqueue = async (key: string) => expect((await queue.enqueue('acme', key)).isOk()).toBe(true)
  return { server, queue, calls, work, enqueue }
}

describe('a worker', () => {
  it('goes on when Redis was killed and has forgotten everything', async () => {
    const printed = watchConsole()
    const { server, queue, calls, work, enqueue } = await onOwnRedis()
    await work()
    await enqueue('before')
    await soon(() => expect(calls).toEqual(['before']))
    await server.kill()
    expect(await queue.enqueue('acme', 'meanwhile')).toMatchObject({ error: { kind: 'queue_unavailable' } })
    await server.start()
    await soon(() => enqueue('after'))
    await soon(() => expect(calls).toContain('after'))
    for (const method of printed) expect(method).not.toHaveBeenCalled()
  })

  it('goes on when Redis was flushed, scripts included, under a job that runs and one that waits', async () => {
    const { server, calls, work, enqueue } = await onOwnRedis()
    let open = () => {}
    const gate = new Promise<void>((resolve) => (open = resolve))
    await work(async (key) => {
      if (key === 'running') await gate
      return done
    })
    await enqueue('running')
    const client = new Redis(server.url)
    onTestFinished(() => client.disconnect())
    await client.flushall()
    await client.script('FLUSH')
    await enqueue('running')
    open()
    await soon(() => expect(calls.filter((key) => key === 'running').length).toBeGreaterThanOrEqual(2))
    await enqueue('other')
    await soon(() => expect(calls).toContain('other'))
  })

  it('that is stopped while Redis is away waits for the call under way, and no longer', async () => {
    const { server, calls, work, enqueue } = await onOwnRedis()
    let open = () => {}
    const gate = new Promise<void>((resolve) => (open = resolve))
    const began: string[] = []
    const worker = await work(async (key) => {
      began.push(key)
      await gate
      return done
    })
    await enqueue('a')
    await soon(() => expect(began).toEqual(['a']))
    await server.kill()
    let stopped = false
    const stopping = worker.stop().then(() => (stopped = true))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(stopped).toBe(false)
    open()
    await stopping
    expect(calls).toEqual(['a'])
  })
})

describe('enqueue', () => {
  it('answers in time when nothing comes back, and heals', async () => {
    const { queue, way } = await redisQueueForTest({ timeoutMs: 300 })
    expect(await queue.enqueue('acme', 'a')).toHaveProperty('value')
    way.silence()
    expect(await queue.enqueue('acme', 'b')).toMatchObject({ error: { kind: 'queue_unavailable' } })
    await way.cut()
    expect(await queue.enqueue('acme', 'c')).toMatchObject({ error: { kind: 'queue_unavailable' } })
    await way.mend()
    await soon(async () => expect(await queue.enqueue('acme', 'd')).toHaveProperty('value'))
  })

  it('says so when the queue is closed', async () => {
    const { queue } = await redisQueueForTest()
    await queue.close()
    expect(await queue.enqueue('acme', 'a')).toMatchObject({
      error: { kind: 'queue_unavailable', message: 'queue: the queue is closed' },
    })
  })
})

describe('a Redis that may evict', () => {
  it('is warned of, to the logger and nowhere else', async () => {
    const printed = watchConsole()
    const { logger, lines } = recordingLogger()
    const { server, queue, work, enqueue } = await onOwnRedis({ logger })
    const client = new Redis(server.url)
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
    client.disconnect()
    await enqueue('a')
    await work()
    await soon(() =>
      expect(lines).toContainEqual({
        level: 'warn',
        fields: { policy: 'allkeys-lru' },
        message: 'Redis may evict wake-ups: set maxmemory-policy to noeviction',
      }),
    )
    await queue.close()
    for (const method of printed) expect(method).not.toHaveBeenCalled()
  })
})
