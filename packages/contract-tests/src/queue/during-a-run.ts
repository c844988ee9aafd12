import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { createGate, done, hire, soon } from './crew'

const NEVER_MS = 600_000

/** A wake-up that comes while its key is being handled causes another run. */
export function duringARun(open: OpenQueue): void {
  describe('a wake-up during a run', () => {
    it('is followed by one more run, however often it was enqueued', async () => {
      const { queue } = await open()
      const gate = createGate()
      const { calls } = await hire(queue, async (_key, call) => {
        if (call === 1) await gate.opened
        return done
      })
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(1))
      for (let i = 0; i < 3; i += 1) await valueOf(queue.enqueue('acme', 'a'))
      gate.open()
      await soon(() => expect(calls).toHaveLength(2))
      await passed(200)
      expect(calls).toEqual(['a', 'a'])
    })

    it('is followed by one more run of a crew that has hands free', async () => {
      const { queue } = await open()
      const gate = createGate()
      const answer = async (_key: string, call: number) => {
        if (call === 1) await gate.opened
        return done
      }
      const { calls } = await hire(queue, answer, { concurrency: 4 })
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(1))
      await valueOf(queue.enqueue('acme', 'a'))
      await passed(50)
      gate.open()
      await soon(() => expect(calls).toHaveLength(2))
    })

    it('is followed by one more run at once, though the handler asks to be woken much later', async () => {
      const { queue } = await open()
      const gate = createGate()
      const { calls } = await hire(queue, async (_key, call) => {
        if (call > 1) return done
        await gate.opened
        return { status: 'again', delayMs: NEVER_MS }
      })
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(1))
      await valueOf(queue.enqueue('acme', 'a'))
      gate.open()
      await soon(() => expect(calls).toHaveLength(2))
    })

    it('is not put off by a later one with a delay', async () => {
      const { queue } = await open()
      const gate = createGate()
      const { calls } = await hire(queue, async (_key, call) => {
        if (call === 1) await gate.opened
        return done
      })
      await valueOf(queue.enqueue('acme', 'a'))
      await soon(() => expect(calls).toHaveLength(1))
      await valueOf(queue.enqueue('acme', 'a'))
      await valueOf(queue.enqueue('acme', 'a', { delayMs: NEVER_MS }))
      gate.open()
      await soon(() => expect(calls).toHaveLength(2))
    })
  })
}
