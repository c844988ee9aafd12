import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey, refusal } from './samples'
import { settle } from './writes'

/** The list of failures. */
export function deadLetters(open: OpenStore): void {
  describe('dead letters', () => {
    it('shows each with its reason, the oldest first', async () => {
      const { store } = await open()
      await noteAndBury(store, noteOf(recordKey('young'), { at: 3_000 }))
      await noteAndBury(store, noteOf(recordKey('old'), { at: 1_000 }))
      await valueOf(store.inbox.note(noteOf(recordKey('pending'), { at: 500 })))
      const { items } = await valueOf(store.inbox.failures('acme', {}, { limit: 10 }))
      expect(items.map((entry) => entry.key.id)).toEqual(['old', 'young'])
      expect(items[0]).toStrictEqual(await valueOf(store.inbox.read(recordKey('old'))))
      expect(items[0]).toMatchObject({ state: 'failed', attempts: 3, error: refusal })
    })

    it('filters by kind and by kind of error', async () => {
      const { store } = await open()
      const invoice = { kind: 'invoice' } as const
      await noteAndBury(store, noteOf(recordKey('p-1')))
      await noteAndBury(store, noteOf(recordKey('i-1', invoice)))
      await noteAndBury(store, noteOf(recordKey('i-2', invoice)), { ...refusal, kind: 'in_doubt' })
      const ids = async (filter: Parameters<typeof store.inbox.failures>[1]) =>
        (await valueOf(store.inbox.failures('acme', filter, { limit: 10 }))).items.map((entry) => entry.key.id).sort()
      expect(await ids({})).toEqual(['i-1', 'i-2', 'p-1'])
      expect(await ids(invoice)).toEqual(['i-1', 'i-2'])
      expect(await ids({ error: 'rejected' })).toEqual(['i-1', 'p-1'])
      expect(await ids({ ...invoice, error: 'in_doubt' })).toEqual(['i-2'])
      expect(await ids({ kind: 'quote' })).toEqual([])
    })

    it('drops a letter that was noted again, and one that was handled after all', async () => {
      const { store } = await open()
      const key = recordKey('p-1')
      await noteAndBury(store, noteOf(key))
      await valueOf(store.inbox.note(noteOf(key)))
      expect((await valueOf(store.inbox.failures('acme', {}, { limit: 10 }))).items).toEqual([])
      await noteAndBury(store, noteOf(recordKey('p-2')))
      await valueOf(settle(store, await hold(store, recordKey('p-2')), 1, 0))
      expect((await valueOf(store.inbox.failures('acme', {}, { limit: 10 }))).items).toEqual([])
    })
  })
}
