import { describe, expect, it } from 'vitest'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { hire, soon } from './crew'

/** Each company has its own topic. */
export function topics(open: OpenQueue): void {
  describe('topics', () => {
    it('are apart, even for the same key', async () => {
      const { queue } = await open()
      const acme = await hire(queue, undefined, { topic: 'acme' })
      const globex = await hire(queue, undefined, { topic: 'globex' })
      await valueOf(queue.enqueue('acme', 'identity/1'))
      await valueOf(queue.enqueue('globex', 'identity/1'))
      await valueOf(queue.enqueue('globex', 'identity/2'))
      await soon(() => expect(globex.calls.toSorted()).toEqual(['identity/1', 'identity/2']))
      await soon(() => expect(acme.calls).toEqual(['identity/1']))
    })

    it('go on while the worker of another is stopped', async () => {
      const { queue } = await open()
      const acme = await hire(queue, undefined, { topic: 'acme' })
      const globex = await hire(queue, undefined, { topic: 'globex' })
      await acme.worker.stop()
      await valueOf(queue.enqueue('globex', 'identity/1'))
      await soon(() => expect(globex.calls).toEqual(['identity/1']))
    })
  })
}
