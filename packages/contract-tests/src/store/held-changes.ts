import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { begin, draftOf, entryOf, heldOf, link, noteOf, putHeld, recordKey } from './samples'
import { settle } from './writes'

/** What waits for an operator is kept until a run or an operator changes it. */
export function heldChanges(open: OpenStore): void {
  const key = recordKey('p-1')
  const invoice = recordKey('i-1', { kind: 'invoice' })
  const all = { limit: 10 }

  describe('held changes', () => {
    it('are none for a record that nobody knows', async () => {
      const { store } = await open()
      expect(await valueOf(store.heldChanges.read(key))).toBeNull()
      expect(await valueOf(store.heldChanges.list('acme', {}, all))).toStrictEqual({ items: [] })
      expect(await valueOf(store.heldChanges.counts('acme'))).toStrictEqual([])
    })

    it('keep each field', async () => {
      const { store } = await open()
      const change = heldOf(invoice, {
        state: 'refused',
        write: 'post_document',
        fingerprint: '',
        fields: ['fullname', 'نشانی', '"x"'],
        waitsFor: 'p-1',
        at: 1_766_000_000_000,
      })
      await putHeld(store, invoice, change)
      expect(await valueOf(store.heldChanges.read(invoice))).toStrictEqual(change)
      expect((await valueOf(store.heldChanges.list('acme', {}, all))).items).toStrictEqual([change])
    })

    it('are replaced by a newer one, and removed', async () => {
      const { store } = await open()
      await putHeld(store, key, heldOf(key, { waitsFor: 'p-2', fields: ['a'] }))
      const newer = heldOf(key, { state: 'released', write: 'change_contact', fingerprint: 'f2', at: 2_000 })
      await putHeld(store, key, newer)
      expect(await valueOf(store.heldChanges.read(key))).toStrictEqual(newer)
      await putHeld(store, key, null)
      expect(await valueOf(store.heldChanges.read(key))).toBeNull()
      expect(await valueOf(store.heldChanges.counts('acme'))).toStrictEqual([])
    })

    it('stay when the end of a run does not speak of them', async () => {
      const { store } = await open()
      await putHeld(store, key, heldOf(key))
      const { lease } = await begin(store, key)
      await valueOf(
        store.finish(lease, { journal: entryOf(key), mapping: { draft: draftOf(key, '1'), expectedVersion: 0 } }),
      )
      expect(await valueOf(store.heldChanges.read(key))).toStrictEqual(heldOf(key))
    })

    it('stay while the inbox is purged', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const { lease } = await begin(store, key)
      await valueOf(settle(store, lease, 1, 1_000))
      await valueOf(store.finish(lease, { heldChange: heldOf(key) }))
      expect(await valueOf(store.inbox.purge('acme', 9_000, 10))).toBe(1)
      expect(await valueOf(store.heldChanges.read(key))).toStrictEqual(heldOf(key))
    })

    it('are listed by state and by customer, identities before documents', async () => {
      const { store } = await open()
      const quote = recordKey('a-1', { kind: 'quote' })
      await putHeld(store, quote, heldOf(quote, { write: 'post_document' }))
      await putHeld(store, invoice, heldOf(invoice, { write: 'post_document', fingerprint: '', waitsFor: 'p-1' }))
      await putHeld(store, key, heldOf(key))
      await putHeld(store, recordKey('p-0'), heldOf(recordKey('p-0'), { state: 'refused' }))
      const ids = async (filter: Parameters<typeof store.heldChanges.list>[1]) =>
        (await valueOf(store.heldChanges.list('acme', filter, all))).items.map((change) => change.key.id)
      expect(await ids({})).toStrictEqual(['p-0', 'p-1', 'i-1', 'a-1'])
      expect(await ids({ state: 'held' })).toStrictEqual(['p-1', 'i-1', 'a-1'])
      expect(await ids({ state: 'refused' })).toStrictEqual(['p-0'])
      expect(await ids({ waitsFor: 'p-1' })).toStrictEqual(['i-1'])
      expect(await ids({ state: 'released', waitsFor: 'p-1' })).toStrictEqual([])
    })

    it('are counted by state and kind', async () => {
      const { store } = await open()
      for (const id of ['p-1', 'p-2']) await putHeld(store, recordKey(id), heldOf(recordKey(id)))
      await putHeld(store, recordKey('p-3'), heldOf(recordKey('p-3'), { state: 'written' }))
      await putHeld(store, invoice, heldOf(invoice, { write: 'post_document' }))
      const counts = await valueOf(store.heldChanges.counts('acme'))
      expect(counts.toSorted((one, other) => one.records - other.records || (one.kind < other.kind ? -1 : 1))).toEqual([
        { state: 'written', kind: 'identity', records: 1 },
        { state: 'held', kind: 'invoice', records: 1 },
        { state: 'held', kind: 'identity', records: 2 },
      ])
    })

    it('belong to one company', async () => {
      const { store } = await open()
      const theirs = recordKey('p-1', { company: 'globex' })
      await putHeld(store, key, heldOf(key))
      expect(await valueOf(store.heldChanges.read(theirs))).toBeNull()
      expect(await valueOf(store.heldChanges.list('globex', {}, all))).toStrictEqual({ items: [] })
      expect(await valueOf(store.heldChanges.counts('globex'))).toStrictEqual([])
    })

    it.each(['has expired', 'was taken over'])('are not changed under a lease that %s', async (loss) => {
      const { store } = await open()
      await putHeld(store, key, heldOf(key))
      const { lease } = await begin(store, key, 200)
      await passed(300)
      if (loss === 'was taken over') await begin(store, key)
      for (const heldChange of [heldOf(key, { state: 'released' }), null])
        expect(await valueOf(store.finish(lease, { heldChange }))).toStrictEqual({ status: 'lease_lost' })
      expect(await valueOf(store.heldChanges.read(key))).toStrictEqual(heldOf(key))
    })

    it('are not changed with a mapping that is refused, or under the lease of another record', async () => {
      const { store } = await open()
      await link(store, draftOf(recordKey('p-2'), '1000'))
      const { lease } = await begin(store, key)
      const change = { draft: draftOf(key, '1000'), expectedVersion: 0 }
      for (const heldChange of [heldOf(key), null]) {
        const taken = await valueOf(store.finish(lease, { mapping: change, heldChange }))
        expect(taken).toMatchObject({ status: 'taken' })
      }
      const foreign = heldOf(recordKey('p-2'))
      expect(await valueOf(store.finish(lease, { heldChange: foreign }))).toStrictEqual({ status: 'lease_lost' })
      expect(await valueOf(store.heldChanges.list('acme', {}, all))).toStrictEqual({ items: [] })
    })
  })
}
