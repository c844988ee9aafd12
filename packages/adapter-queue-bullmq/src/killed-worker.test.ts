import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { postgres, redis } from '@siagh-sync/backends'
import { expect, it, onTestFinished, vi } from 'vitest'
import { postgresQueueForTest, SCHEMA } from '../test/postgres-queue'
import { redisQueueForTest } from '../test/redis-queue'
import type { BullmqConnection, BullmqQueue } from '.'

const LOCK_MS = 500
const program = fileURLToPath(new URL('../test/work-and-hang.ts', import.meta.url))

const engines = {
  Redis: async () => {
    const { queue, prefix } = await redisQueueForTest({ lockMs: LOCK_MS })
    return { queue, prefix, connection: (await redis()).url }
  },
  PostgreSQL: async () => {
    const { queue, prefix } = await postgresQueueForTest({ lockMs: LOCK_MS })
    return { queue, prefix, connection: { connectionString: (await postgres()).url, schema: SCHEMA } }
  },
} satisfies Record<string, () => Promise<{ queue: BullmqQueue; prefix: string; connection: BullmqConnection }>>

it.each(Object.entries(engines))('a wake-up comes back from a worker that was killed, on %s', async (_name, open) => {
  const { queue, prefix, connection } = await open()
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')

  const execArgv = ['--conditions=@siagh-sync/source', '--import', 'tsx']
  const order = JSON.stringify({ connection, prefix, lockMs: LOCK_MS })
  const child = fork(program, [order], { execArgv })
  onTestFinished(() => void child.kill('SIGKILL'))
  expect(await once(child, 'message')).toContain('identity/1')
  child.kill('SIGKILL')
  await once(child, 'exit')

  const calls: string[] = []
  const handler = async (key: string) => (calls.push(key), { status: 'done' } as const)
  expect(await queue.work('acme', handler, { concurrency: 1 })).toHaveProperty('value')
  await vi.waitFor(() => expect(calls).toEqual(['identity/1']), { timeout: 10_000 })
})
