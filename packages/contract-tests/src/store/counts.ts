import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey } from './samples'
import { settle } from './writes'

/** The counts of `status`. */
export function counts(open: OpenStore): void {
  describe('counts', () => {
    it('is zero, with no oldest entry, while nothing was noted', async () => {
      const { store } = await open()
      expect(await valueOf(store.inbox.counts('acme'))).toStrictEqual({ pending: 0, failed: 0 })
    })

    it('tells pending and dead apart and names the time of the oldest pending note', async () => {
      const { store } = await open()
      for (const [id, at] of [
        ['a', 3_000],
        ['b', 2_000],
        ['c', 4_000],
      ] as const) {
        await valueOf(store.inbox.note(noteOf(recordKey(id), { at })))
      }
      await valueOf(store.inbox.note(noteOf(recordKey('b'), { at: 9_000 })))
      await noteAndBury(store, noteOf(recordKey('dead'), { at: 100 }))
      await valueOf(store.inbox.note(noteOf(recordKey('done'), { at: 50 })))
      await valueOf(settle(store, await hold(store, recordKey('done')), 1, 0))
      const counted = await valueOf(store.inbox.counts('acme'))
      expect(counted).toStrictEqual({ pending: 3, failed: 1, oldestPendingAt: 2_000 })
    })
  })
}
