import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey } from './samples'
import { settle } from './writes'

/** The records that the sweep enqueues. */
export function due(open: OpenStore): void {
  const page = { limit: 10 }

  describe('due', () => {
    it('lists the longest due first and nothing that is due later', async () => {
      const { store } = await open()
      const times = { late: 3_000, early: 1_000, middle: 2_000, future: 5_001 }
      for (const [id, at] of Object.entries(times)) await valueOf(store.inbox.note(noteOf(recordKey(id), { at })))
      const { items, next } = await valueOf(store.inbox.due('acme', 5_000, page))
      expect(items).toStrictEqual([recordKey('early'), recordKey('middle'), recordKey('late')])
      expect(next).toBeUndefined()
      expect((await valueOf(store.inbox.due('acme', 5_001, page))).items).toHaveLength(4)
    })

    it('leaves out what somebody holds, until it is given back or has expired', async () => {
      const { store } = await open()
      const key = recordKey('p-1')
      await valueOf(store.inbox.note(noteOf(key)))
      const lease = await hold(store, key)
      expect((await valueOf(store.inbox.due('acme', 5_000, page))).items).toEqual([])
      await valueOf(store.leases.release(lease))
      expect((await valueOf(store.inbox.due('acme', 5_000, page))).items).toEqual([key])
      await hold(store, key, 20)
      await passed(60)
      expect((await valueOf(store.inbox.due('acme', 5_000, page))).items).toEqual([key])
    })

    it('leaves out what is settled or dead', async () => {
      const { store } = await open()
      await noteAndBury(store, noteOf(recordKey('dead')))
      await valueOf(store.inbox.note(noteOf(recordKey('done'))))
      await valueOf(settle(store, await hold(store, recordKey('done')), 1, 0))
      expect((await valueOf(store.inbox.due('acme', 5_000, page))).items).toEqual([])
    })
  })
}
