import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { done, hire, soon } from './crew'

/** Timers of the test and of the queue may be this much early. */
const SLACK_MS = 20
const DELAY_MS = 300
const NEVER_MS = 600_000

/** Wake-ups with a delay. */
export function delays(open: OpenQueue): void {
  describe('delays', () => {
    it('hold a wake-up back until its time', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      const begin = Date.now()
      await valueOf(queue.enqueue('acme', 'later', { delayMs: DELAY_MS }))
      await valueOf(queue.enqueue('acme', 'now'))
      await soon(() => expect(calls).toEqual(['now', 'later']))
      expect(Date.now() - begin).toBeGreaterThanOrEqual(DELAY_MS - SLACK_MS)
    })

    it('bring a handler that asked for it back, and once only', async () => {
      const { queue } = await open()
      const times: number[] = []
      const { calls } = await hire(queue, async (_key, call) => {
        times.push(Date.now())
        return call === 1 ? { status: 'again', delayMs: DELAY_MS } : done
      })
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(2))
      const [first = 0, second = 0] = times
      expect(second - first).toBeGreaterThanOrEqual(DELAY_MS - SLACK_MS)
      await passed(DELAY_MS + 100)
      expect(calls).toEqual(['a', 'a'])
    })

    it('do not keep the worker from other keys meanwhile', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue, async (key) =>
        key === 'again' ? { status: 'again', delayMs: NEVER_MS } : done,
      )
      await valueOf(queue.enqueue('acme', 'again'))
      await soon(() => expect(calls).toEqual(['again']))
      await valueOf(queue.enqueue('acme', 'other'))
      await soon(() => expect(calls).toEqual(['again', 'other']))
    })

    it('end early for a key that is enqueued at once', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      await valueOf(queue.enqueue('acme', 'a', { delayMs: NEVER_MS }))
      await passed(50)
      expect(calls).toEqual([])
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toEqual(['a']))
    })

    it('end early for a key that asked to be woken again and is enqueued at once', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue, async (_key, call) =>
        call === 1 ? { status: 'again', delayMs: NEVER_MS } : done,
      )
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(1))
      await passed(50)
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(2))
    })

    it('are not made longer by a later wake-up for the same key', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      await valueOf(queue.enqueue('acme', 'a', { delayMs: DELAY_MS }))
      await valueOf(queue.enqueue('acme', 'a', { delayMs: NEVER_MS }))
      await soon(() => expect(calls).toEqual(['a']))
    })

    it('end early for a key that is enqueued with a shorter one', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      await valueOf(queue.enqueue('acme', 'a', { delayMs: NEVER_MS }))
      await valueOf(queue.enqueue('acme', 'a', { delayMs: DELAY_MS }))
      await soon(() => expect(calls).toEqual(['a']))
    })

    it('may be a fraction of a millisecond long, or less than nothing', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue, async (_key, call) =>
        call === 1 ? { status: 'again', delayMs: 12.5 } : done,
      )
      await valueOf(queue.enqueue('acme', 'a', { delayMs: 0.1 }))
      await soon(() => expect(calls).toEqual(['a', 'a']))
      await valueOf(queue.enqueue('acme', 'b', { delayMs: -5 }))
      await soon(() => expect(calls).toEqual(['a', 'a', 'b']))
    })
  })
}
