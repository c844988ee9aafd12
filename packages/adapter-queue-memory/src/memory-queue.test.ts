import { expect, it } from 'vitest'
import { memoryQueue } from './memory-queue'
import { expectOk } from '../../../test-support/results'

it('answers 20,000 waiting wake-ups, each once', async () => {
  const queue = memoryQueue()
  const answered: string[] = []
  for (let i = 0; i < 20_000; i += 1) expect(await queue.enqueue('acme', `identity/${i}`)).toHaveProperty('value')
  const worker = await queue.work('acme', async (key) => (answered.push(key), { status: 'done' }), { concurrency: 10 })
  await expect.poll(() => answered.length).toBe(20_000)
  await expectOk(worker).stop()
  expect(new Set(answered).size).toBe(20_000)
})

it('rings in time although the clock is set back meanwhile', async () => {
  const timers: { readonly dueAt: number; readonly run: () => void }[] = []
  const time = { now: Date.parse('2025-12-21T10:00:00Z'), elapsed: 0 }
  const queue = memoryQueue({
    clock: {
      now: () => time.now,
      elapsed: () => time.elapsed,
      after: (delayMs, run) => (timers.push({ dueAt: time.elapsed + delayMs, run }), () => {}),
    },
  })
  const answered: string[] = []
  const worker = await queue.work('acme', async (key) => (answered.push(key), { status: 'done' }), { concurrency: 1 })
  expect(await queue.enqueue('acme', 'identity/1', { delayMs: 5_000 })).toHaveProperty('value')
  time.now -= 30 * 86_400_000
  time.elapsed = 5_000
  for (const { dueAt, run } of timers.splice(0)) if (dueAt <= time.elapsed) run()
  await expect.poll(() => answered).toEqual(['identity/1'])
  await expectOk(worker).stop()
})
