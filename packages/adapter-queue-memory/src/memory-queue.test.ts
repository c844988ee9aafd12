import { expect, it } from 'vitest'
import { memoryQueue } from './memory-queue'

it('answers 20,000 waiting wake-ups, each once', async () => {
  const queue = memoryQueue()
  const answered: string[] = []
  for (let i = 0; i < 20_000; i += 1) expect(await queue.enqueue('acme', `identity/${i}`)).toHaveProperty('value')
  const worker = await queue.work('acme', async (key) => (answered.push(key), { status: 'done' }), { concurrency: 10 })
  await expect.poll(() => answered.length).toBe(20_000)
  await worker._unsafeUnwrap().stop()
  expect(new Set(answered).size).toBe(20_000)
})
