import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { createGate, done, hire, soon } from './crew'

/** A worker finishes its work and takes no more. */
export function stopping(open: OpenQueue): void {
  describe('stop', () => {
    it('waits for every handler call under way', async () => {
      const { queue } = await open()
      const gate = createGate()
      let ended = 0
      const answer = async () => {
        await gate.opened
        ended += 1
        return done
      }
      const { worker, calls } = await hire(queue, answer, { concurrency: 2 })
      for (const key of ['a', 'b']) await valueOf(queue.enqueue('acme', key))
      await soon(() => expect(calls).toHaveLength(2))
      let stopped = false
      const stopping = worker.stop().then(() => {
        stopped = true
      })
      await passed(100)
      expect({ stopped, ended }).toEqual({ stopped: false, ended: 0 })
      gate.open()
      await stopping
      expect(ended).toBe(2)
    })

    it('takes nothing more: not what waits, not what is enqueued later, not what was to be woken again', async () => {
      const { queue } = await open()
      const gate = createGate()
      const { worker, calls } = await hire(queue, async () => {
        await gate.opened
        return { status: 'again', delayMs: 10 }
      })
      for (const key of ['a', 'b']) await valueOf(queue.enqueue('acme', key))
      await soon(() => expect(calls).toHaveLength(1))
      const stopping = worker.stop()
      gate.open()
      await stopping
      await valueOf(queue.enqueue('acme', 'c'))
      await passed(200)
      expect(calls).toHaveLength(1)
    })

    it('leaves the queue to the next worker', async () => {
      const { queue } = await open()
      const first = await hire(queue)
      await first.worker.stop()
      const second = await hire(queue)
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(second.calls).toEqual(['a']))
      expect(first.calls).toEqual([])
    })
  })
}
