import { randomUUID } from 'node:crypto'
import { postgres } from '@siagh-sync/backends'
import type { Handled } from '@siagh-sync/sync-core'
import { expect, it, onTestFinished, vi } from 'vitest'
import { bullmqQueue } from '..'
import { askPostgres, postgresQueueForTest } from '../../test/postgres-queue'
import { recordingLogger, watchConsole } from '../../test/written'

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 20 })

/** Writes down what it is woken for. */
function handlerWith(calls: string[]) {
  return async (key: string): Promise<Handled> => {
    calls.push(key)
    return { status: 'done' }
  }
}

it('a worker goes on when its connections were lost, enqueue says in time that PostgreSQL is away, and the logger hears of both ends', async () => {
  const printed = watchConsole()
  const { logger, lines } = recordingLogger()
  const { queue, way } = await postgresQueueForTest({ logger })
  const calls: string[] = []
  expect(await queue.work('acme', handlerWith(calls), { concurrency: 2 })).toHaveProperty('value')
  expect(await queue.enqueue('acme', 'before')).toHaveProperty('value')
  await soon(() => expect(calls).toEqual(['before']))
  await way.cut()
  expect(await queue.enqueue('acme', 'meanwhile')).toMatchObject({ error: { kind: 'queue_unavailable' } })
  await way.mend()
  await soon(async () => expect(await queue.enqueue('acme', 'after')).toHaveProperty('value'))
  await soon(() => expect(calls).toContain('after'))
  expect(lines.map(({ level }) => level)).toContain('warn')
  await soon(() => expect(lines.at(-1)).toMatchObject({ level: 'info', message: 'the queue engine answers again' }))
  for (const method of printed) expect(method).not.toHaveBeenCalled()
})

it('a schema that is new is made once by all who come together, and again when somebody dropped it', async () => {
  const schema = `test_bullmq_${randomUUID().slice(0, 8)}`
  const connection = { connectionString: (await postgres()).url, schema }
  const queues = [1, 2, 3].map(() => bullmqQueue({ connection, timeoutMs: 15_000 }))
  onTestFinished(async () => {
    await Promise.all(queues.map((queue) => queue.close()))
    await askPostgres(`DROP SCHEMA ${schema} CASCADE`)
  })
  const calls: string[] = []
  const [first, second, third] = queues as [(typeof queues)[0], (typeof queues)[0], (typeof queues)[0]]
  const started = [
    second.enqueue('acme', 'a'),
    third.enqueue('acme', 'a'),
    first.work('acme', handlerWith(calls), { concurrency: 1 }),
  ]
  for (const start of started) expect(await start).toHaveProperty('value')
  await soon(() => expect(calls).toContain('a'))
  await askPostgres(`DROP SCHEMA ${schema} CASCADE`)
  expect(await second.enqueue('acme', 'b')).toHaveProperty('value')
  await soon(() => expect(calls).toContain('b'))
})

it('keeps nothing but the key in a job, and nothing at all of one that has ended', async () => {
  const { queue, prefix } = await postgresQueueForTest()
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')
  const jobs = () => askPostgres('SELECT data FROM test_bullmq_queue.job WHERE queue = $1', [`${prefix}@acme`])
  expect(await jobs()).toEqual([{ data: { key: 'identity/1' } }])
  expect(await queue.work('acme', handlerWith([]), { concurrency: 1 })).toHaveProperty('value')
  await soon(async () => expect(await jobs()).toEqual([]))
})
