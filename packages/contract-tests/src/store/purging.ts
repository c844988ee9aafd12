import type { Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { begin, entryOf, noteAndBury, noteOf, recordKey } from './samples'
import { append } from './writes'

/** Old and finished entries are removed, and nothing else. */
export function purging(open: OpenStore): void {
  const settle = async (store: Store, id: string, dueAt: number, company = 'acme') => {
    const key = recordKey(id, { company })
    const { generation } = await valueOf(store.inbox.note(noteOf(key)))
    const { lease } = await begin(store, key)
    await valueOf(store.finish(lease, { inbox: { do: 'settle', generation, dueAt } }))
  }
  const isThere = async ({ inbox }: Store, id: string, company = 'acme') =>
    (await valueOf(inbox.read(recordKey(id, { company })))) !== null

  describe('purging the inbox', () => {
    it('forgets the settled entries from before that time, of that company', async () => {
      const { store } = await open()
      await settle(store, 'old', 1_000)
      await settle(store, 'new', 2_000)
      await settle(store, 'old', 1_000, 'other')
      expect(await valueOf(store.inbox.purge('acme', 2_000, 10))).toBe(1)
      expect(await isThere(store, 'old')).toBe(false)
      expect(await isThere(store, 'new')).toBe(true)
      expect(await isThere(store, 'old', 'other')).toBe(true)
    })

    it('keeps what is pending and what failed, however old', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(recordKey('pending'))))
      await noteAndBury(store, noteOf(recordKey('failed')))
      expect(await valueOf(store.inbox.purge('acme', 1_000_000, 10))).toBe(0)
      expect(await isThere(store, 'pending')).toBe(true)
      expect(await isThere(store, 'failed')).toBe(true)
    })

    it('forgets no more than it was told to, those of the longest ago first', async () => {
      const { store } = await open()
      for (const [id, dueAt] of [
        ['c', 3_000],
        ['a', 1_000],
        ['b', 2_000],
      ] as const)
        await settle(store, id, dueAt)
      expect(await valueOf(store.inbox.purge('acme', 9_000, 2))).toBe(2)
      expect(await isThere(store, 'c')).toBe(true)
      expect(await valueOf(store.inbox.purge('acme', 9_000, 2))).toBe(1)
      expect(await valueOf(store.inbox.purge('acme', 9_000, 2))).toBe(0)
    })

    it('lets a forgotten record begin anew', async () => {
      const { store } = await open()
      await settle(store, 'a', 1_000)
      await valueOf(store.inbox.purge('acme', 9_000, 10))
      expect(await valueOf(store.inbox.note(noteOf(recordKey('a'), { at: 7 })))).toStrictEqual({ generation: 1 })
      expect(await valueOf(store.inbox.read(recordKey('a')))).toMatchObject({ state: 'pending', notedAt: 7, dueAt: 7 })
    })
  })

  describe('purging the journal', () => {
    it('forgets the entries from before that time, of that company, the oldest first', async () => {
      const { store } = await open()
      const times = async (company: string) =>
        (await valueOf(store.journal.list(company, {}, { limit: 10 }))).items.map(({ at }) => at)
      for (const at of [3_000, 1_000, 2_000, 4_000]) {
        await valueOf(append(store, entryOf(recordKey('a'), { at })))
        await valueOf(append(store, entryOf(recordKey('a', { company: 'other' }), { at })))
      }
      expect(await valueOf(store.journal.purge('acme', 4_000, 2))).toBe(2)
      expect(await times('acme')).toEqual([4_000, 3_000])
      expect(await valueOf(store.journal.purge('acme', 4_000, 2))).toBe(1)
      expect(await times('acme')).toEqual([4_000])
      expect(await times('other')).toEqual([4_000, 3_000, 2_000, 1_000])
    })

    it('goes on counting after a purge: of one instant the latest appended comes first', async () => {
      const { store } = await open()
      for (const attempt of [1, 2]) await valueOf(append(store, entryOf(recordKey('a'), { at: 1_000, attempt })))
      await valueOf(append(store, entryOf(recordKey('a'), { at: 2_000, attempt: 3 })))
      await valueOf(store.journal.purge('acme', 2_000, 10))
      await valueOf(append(store, entryOf(recordKey('a'), { at: 2_000, attempt: 4 })))
      const { items } = await valueOf(store.journal.list('acme', {}, { limit: 10 }))
      expect(items.map(({ attempt }) => attempt)).toEqual([4, 3])
    })
  })
}
