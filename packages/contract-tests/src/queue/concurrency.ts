import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { createGate, done, hire, soon } from './crew'

/** A worker handles as many keys at once as it may. */
export function concurrency(open: OpenQueue): void {
  describe.each([1, 3])('a concurrency of %i', (limit) => {
    it('is reached and never exceeded', async () => {
      const { queue } = await open()
      const keys = Array.from({ length: 12 }, (_, i) => `identity/${i}`)
      let running = 0
      let most = 0
      const gate = createGate()
      const answer = async () => {
        running += 1
        most = Math.max(most, running)
        await gate.opened
        await passed(5)
        running -= 1
        return done
      }
      const { calls } = await hire(queue, answer, { concurrency: limit })
      await Promise.all(keys.map((key) => valueOf(queue.enqueue('acme', key))))
      await soon(() => expect(running).toBe(limit))
      await passed(100)
      gate.open()
      await soon(() => expect(calls).toHaveLength(keys.length))
      expect(most).toBe(limit)
    })
  })
}
