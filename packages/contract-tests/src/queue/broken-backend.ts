import { describe, expect, it } from 'vitest'
import type { OpenQueue, QueueUnderTest } from '../queue-under-test'
import { done } from './crew'

/** A queue that is down returns `queue_unavailable` and nothing else. */
export function brokenBackend(open: OpenQueue): void {
  const unavailable = { error: { kind: 'queue_unavailable', retryable: true } }

  describe('without a backend', () => {
    it('enqueue answers queue_unavailable', async () => {
      const subject = await open()
      await broken(subject)
      expect(await subject.queue.enqueue('acme', 'a')).toMatchObject(unavailable)
    })

    it('work answers queue_unavailable', async () => {
      const subject = await open()
      await broken(subject)
      const answer = await subject.queue.work('acme', () => Promise.resolve(done), { concurrency: 1 })
      expect(answer).toMatchObject(unavailable)
    })
  })
}

async function broken({ breakBackend }: QueueUnderTest): Promise<void> {
  if (breakBackend === undefined) {
    throw new Error('a queue with a backend gives `breakBackend`; one without says `breakable: false`')
  }
  await breakBackend()
}
