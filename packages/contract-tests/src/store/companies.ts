import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, hold, link, noteAndBury, noteOf, recordKey } from './samples'
import { append } from './writes'

/** Companies in one store do not see each other's records. */
export function companies(open: OpenStore): void {
  const ours = recordKey('p-1')
  const theirs = recordKey('p-1', { company: 'globex' })
  const page = { limit: 10 }

  describe('companies', () => {
    it('have mappings, codes and RecordIds of their own', async () => {
      const { store } = await open()
      await link(store, draftOf(ours, '1000', 'AB'))
      expect(await valueOf(store.mappings.get(theirs))).toBeNull()
      expect(await valueOf(store.mappings.findByCode('globex', 'contact', '1000'))).toBeNull()
      expect(await valueOf(store.mappings.findByRecordId('globex', 'AB'))).toBeNull()
      expect(await valueOf(store.mappings.list('globex', {}, page))).toStrictEqual({ items: [] })
      await link(store, draftOf(theirs, '1000', 'AB'))
      expect(await valueOf(store.mappings.findByCode('globex', 'contact', '1000'))).toMatchObject({ key: theirs })
      expect(await valueOf(store.mappings.findByRecordId('acme', 'AB'))).toMatchObject({ key: ours })
    })

    it('have inboxes of their own', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(ours)))
      await noteAndBury(store, noteOf(recordKey('p-2')))
      expect(await valueOf(store.inbox.read(theirs))).toBeNull()
      expect(await valueOf(store.inbox.due('globex', 5_000, page))).toStrictEqual({ items: [] })
      expect(await valueOf(store.inbox.failures('globex', {}, page))).toStrictEqual({ items: [] })
      expect(await valueOf(store.inbox.counts('globex'))).toStrictEqual({ pending: 0, failed: 0 })
      expect(await valueOf(store.inbox.note(noteOf(theirs)))).toStrictEqual({ generation: 1 })
      expect((await valueOf(store.inbox.due('globex', 5_000, page))).items).toStrictEqual([theirs])
    })

    it('have leases of their own', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(theirs)))
      await hold(store, ours)
      expect((await valueOf(store.inbox.due('globex', 5_000, page))).items).toEqual([theirs])
      expect(await hold(store, theirs)).toMatchObject({ key: theirs })
    })

    it('have journals of their own', async () => {
      const { store } = await open()
      await valueOf(append(store, entryOf(ours)))
      expect(await valueOf(store.journal.list('globex', {}, page))).toStrictEqual({ items: [] })
    })
  })
}
