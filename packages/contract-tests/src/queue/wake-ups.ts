import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { hire, soon } from './crew'

/** Every wake-up is handled. Waiting wake-ups of one key become one. */
export function wakeUps(open: OpenQueue): void {
  describe('wake-ups', () => {
    it('reach a worker that is there', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      await valueOf(queue.enqueue('acme', 'identity/1'))
      await soon(() => expect(calls).toEqual(['identity/1']))
    })

    it('wait for a worker that comes later', async () => {
      const { queue } = await open()
      for (const key of ['a', 'b', 'c']) await valueOf(queue.enqueue('acme', key))
      const { calls } = await hire(queue)
      await soon(() => expect(calls.toSorted()).toEqual(['a', 'b', 'c']))
    })

    it('become one while they wait for the same key', async () => {
      const { queue } = await open()
      const requests = Array.from({ length: 10 }, () => valueOf(queue.enqueue('acme', 'a')))
      await Promise.all(requests)
      await valueOf(queue.enqueue('acme', 'b'))
      const { calls } = await hire(queue)
      await soon(() => expect(calls).toContain('b'))
      await passed(200)
      expect(calls.toSorted()).toEqual(['a', 'b'])
    })

    it('wake a worker again for a key that was handled before, so that a lost wake-up can be repeated', async () => {
      const { queue } = await open()
      const { calls } = await hire(queue)
      for (const times of [1, 2, 3]) {
        await valueOf(queue.enqueue('acme', 'a'))
        await soon(() => expect(calls).toHaveLength(times))
        await passed(50)
      }
      expect(calls).toEqual(['a', 'a', 'a'])
    })

    it('are answered in full when 300 come at once', async () => {
      const { queue } = await open()
      const keys = Array.from({ length: 300 }, (_, i) => `identity/${i}`)
      const { calls } = await hire(queue, undefined, { concurrency: 10 })
      await Promise.all(keys.map((key) => valueOf(queue.enqueue('acme', key))))
      await soon(() => expect(calls.toSorted()).toEqual(keys.toSorted()))
    })

    it('are answered once each by two workers of one topic', async () => {
      const { queue } = await open()
      const keys = Array.from({ length: 60 }, (_, i) => `identity/${i}`)
      const crews = await Promise.all([hire(queue, undefined, { concurrency: 3 }), hire(queue)])
      await Promise.all(keys.map((key) => valueOf(queue.enqueue('acme', key))))
      const answered = () => crews.flatMap(({ calls }) => calls).toSorted()
      await soon(() => expect(answered()).toHaveLength(keys.length))
      await passed(50)
      expect(answered()).toEqual(keys.toSorted())
    })
  })
}
