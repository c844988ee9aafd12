import { describe, expect, it } from 'vitest'
import { oddTexts } from '../odd-texts'
import type { OpenQueue } from '../queue-under-test'
import { valueOf } from '../value-of'
import { hire, soon } from './crew'

/** A key is opaque text. */
export function oddKeys(open: OpenQueue): void {
  describe('odd keys', () => {
    it('come through as they are and apart', async () => {
      const { queue } = await open()
      const keys = [...oddTexts.map((text) => `identity/${text}`), 'k'.repeat(220)]
      const { calls } = await hire(queue, undefined, { concurrency: 4 })
      for (const key of keys) await valueOf(queue.enqueue('acme', key))
      await soon(() => expect(calls.toSorted()).toEqual(keys.toSorted()))
    })
  })
}
