import type { RecordKey } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { oddTexts } from '../odd-texts'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, heldOf, hold, link, noteOf, putHeld, recordKey } from './samples'
import { append } from './writes'

/** Ids may be any text: none is changed, and two different ids stay different. */
export function oddIds(open: OpenStore): void {
  const keys = oddTexts.map((text) => recordKey(text))

  describe('odd ids', () => {
    it('stay as they are and apart in the mappings', async () => {
      const { store } = await open()
      for (const key of keys) await link(store, draftOf(key, key.id))
      for (const key of keys) {
        const siagh = { code: key.id }
        expect(await valueOf(store.mappings.get(key))).toMatchObject({ key, siagh })
        expect(await valueOf(store.mappings.findByCode('acme', 'contact', key.id))).toMatchObject({ key, siagh })
      }
    })

    it('are found as RecordIds', async () => {
      const { store } = await open()
      const distinct = keys.filter(({ id }) => id !== 'ABC')
      for (const [i, key] of distinct.entries()) await link(store, draftOf(key, `${i}`, key.id))
      for (const key of distinct) {
        const mapping = await valueOf(store.mappings.findByRecordId('acme', key.id.toUpperCase()))
        expect(mapping).toMatchObject({ key, siagh: { recordId: key.id } })
      }
    })

    it('stay as they are and apart in the inbox and under leases', async () => {
      const { store } = await open()
      for (const key of keys) expect(await valueOf(store.inbox.note(noteOf(key)))).toStrictEqual({ generation: 1 })
      for (const key of keys) {
        expect(await valueOf(store.inbox.read(key))).toMatchObject({ key })
        expect(await hold(store, key)).toMatchObject({ key })
      }
    })

    it('stay as they are and apart in the marks, as companies too', async () => {
      const { store } = await open()
      for (const [i, text] of oddTexts.entries()) {
        const lease = await hold(store, recordKey('catch-up', { company: text }))
        await valueOf(store.marks.set(lease, text, i))
      }
      for (const [i, text] of oddTexts.entries()) expect(await valueOf(store.marks.get(text, text))).toBe(i)
    })

    it('stay as they are and apart in the held changes', async () => {
      const { store } = await open()
      for (const key of keys) await putHeld(store, key, heldOf(key, { waitsFor: key.id }))
      for (const key of keys) {
        expect(await valueOf(store.heldChanges.read(key))).toMatchObject({ key, waitsFor: key.id })
        const waiting = await valueOf(store.heldChanges.list('acme', { waitsFor: key.id }, { limit: 10 }))
        expect(waiting.items.map((change) => change.key)).toStrictEqual([key])
      }
    })

    it('stay as they are and apart in the lists, page by page', async () => {
      const { store } = await open()
      for (const key of keys) {
        await link(store, draftOf(key, key.id))
        await valueOf(store.inbox.note(noteOf(key)))
      }
      const mapped: RecordKey[] = []
      const due: RecordKey[] = []
      for (let after: string | undefined, pages = 0; pages < keys.length; pages += 1) {
        const page = await valueOf(store.mappings.list('acme', {}, { limit: 1, ...(after !== undefined && { after }) }))
        mapped.push(...page.items.map(({ key }) => key))
        after = page.next
      }
      for (let after: string | undefined, pages = 0; pages < keys.length; pages += 1) {
        const page = await valueOf(store.inbox.due('acme', 9_000, { limit: 1, ...(after !== undefined && { after }) }))
        due.push(...page.items)
        after = page.next
      }
      expect(new Set(mapped.map(({ id }) => id))).toEqual(new Set(oddTexts))
      expect(new Set(due.map(({ id }) => id))).toEqual(new Set(oddTexts))
    })

    it('stay as they are and apart in the journal, as companies too', async () => {
      const { store } = await open()
      for (const text of oddTexts) await valueOf(append(store, entryOf(recordKey(text, { company: text }))))
      for (const text of oddTexts) {
        const { items } = await valueOf(store.journal.list(text, { id: text }, { limit: 10 }))
        expect(items.map(({ key }) => key)).toStrictEqual([recordKey(text, { company: text })])
      }
    })
  })
}
