import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, hold, link, recordKey } from './samples'
import { remove } from './writes'

/** A saved mapping is found by the ids of both systems until it is removed. */
export function mappings(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('mappings', () => {
    it('answers null for what was never mapped', async () => {
      const { mappings } = (await open()).store
      expect(await valueOf(mappings.get(key))).toBeNull()
      expect(await valueOf(mappings.findByCode('acme', 'contact', '1000'))).toBeNull()
      expect(await valueOf(mappings.findByRecordId('acme', 'AB-1'))).toBeNull()
    })

    it('gives back every field, and no field that was not there', async () => {
      const { store } = await open()
      const siagh = { code: '1000', recordId: 'AB-1', number: '77' }
      const detail = { posted: true, total: 12.5, note: 'سلام', calls: ['a', 'b'] }
      const draft = { key, state: 'in_doubt', siagh, fingerprint: 'f1', detail } as const
      const saved = await valueOf(store.intend(await hold(store, key), draft, 0))
      const mapping = await valueOf(store.mappings.get(key))
      expect(saved).toStrictEqual({ status: 'saved', mapping })
      expect(mapping).toStrictEqual({ ...draft, version: 1, updatedAt: mapping?.updatedAt })
      expect(mapping?.updatedAt).toBeTypeOf('number')
    })

    it('keeps an intent that has no counterpart yet', async () => {
      const { store } = await open()
      const draft = { key, state: 'intent', fingerprint: '', detail: {} } as const
      await link(store, draft)
      const mapping = await valueOf(store.mappings.get(key))
      expect(mapping).toStrictEqual({ ...draft, version: 1, updatedAt: mapping?.updatedAt })
    })

    it('finds a mapping by its code and by its RecordId in any case', async () => {
      const { store } = await open()
      await link(store, draftOf(key, '1000', 'Ab-Cd-09'))
      const mapping = await valueOf(store.mappings.get(key))
      expect(mapping).not.toBeNull()
      expect(await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))).toStrictEqual(mapping)
      expect(await valueOf(store.mappings.findByRecordId('acme', 'aB-cD-09'))).toStrictEqual(mapping)
      expect(await valueOf(store.mappings.findByCode('acme', 'pre-invoice', '1000'))).toBeNull()
    })

    it('raises the version with every save and forgets the code it had before', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      await valueOf(store.intend(lease, draftOf(key, '1000', 'AB-1'), 0))
      const second = await valueOf(store.intend(lease, draftOf(key, '2000'), 1))
      expect(second).toMatchObject({ status: 'saved', mapping: { version: 2, siagh: { code: '2000' } } })
      expect(await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))).toBeNull()
      expect(await valueOf(store.mappings.findByRecordId('acme', 'AB-1'))).toBeNull()
      expect(await valueOf(store.mappings.findByCode('acme', 'contact', '2000'))).toMatchObject({ version: 2 })
    })

    it('forgets a removed mapping on both sides and lets it begin anew', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      await valueOf(store.intend(lease, draftOf(key, '1000', 'AB-1'), 0))
      expect(await valueOf(remove(store, lease, 1))).toBe('removed')
      expect(await valueOf(store.mappings.get(key))).toBeNull()
      expect(await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))).toBeNull()
      expect(await valueOf(store.mappings.findByRecordId('acme', 'AB-1'))).toBeNull()
      const anew = await valueOf(store.intend(lease, draftOf(key, '1000', 'AB-1'), 0))
      expect(anew).toMatchObject({ status: 'saved', mapping: { version: 1 } })
    })

    it('finds documents by the number of their pre-invoice, all of those that have it', async () => {
      const { store } = await open()
      const document = (id: string, number: string | undefined, kind: 'invoice' | 'quote' = 'invoice') => {
        const draft = draftOf(recordKey(id, { kind }), `c-${id}`)
        return number === undefined ? draft : { ...draft, siagh: { code: `c-${id}`, number } }
      }
      for (const draft of [document('q', '77', 'quote'), document('b', '77'), document('a', '77')])
        await link(store, draft)
      await link(store, document('c', '770'))
      await link(store, document('d', undefined))
      await link(store, { ...document('e', '77'), key: recordKey('e', { kind: 'invoice', company: 'globex' }) })
      const ids = async (number: string) =>
        (await valueOf(store.mappings.findByNumber('acme', number))).map((mapping) => mapping.key.id)
      expect(await ids('77')).toEqual(['a', 'b', 'q'])
      expect(await ids('770')).toEqual(['c'])
      expect(await ids('7')).toEqual([])
      expect((await valueOf(store.mappings.findByNumber('acme', '770')))[0]).toStrictEqual(
        await valueOf(store.mappings.get(recordKey('c', { kind: 'invoice' }))),
      )
    })

    it('lists by kind and by state', async () => {
      const { store } = await open()
      await link(store, draftOf(key, '1000'))
      await link(store, { ...draftOf(recordKey('i-1', { kind: 'invoice' }), '1000'), state: 'in_doubt' })
      await link(store, draftOf(recordKey('q-1', { kind: 'quote' }), '1001'))
      const ids = async (filter: Parameters<typeof store.mappings.list>[1]) =>
        (await valueOf(store.mappings.list('acme', filter, { limit: 10 }))).items
          .map((mapping) => mapping.key.id)
          .sort()
      expect(await ids({})).toEqual(['i-1', 'p-1', 'q-1'])
      expect(await ids({ kind: 'quote' })).toEqual(['q-1'])
      expect(await ids({ state: 'in_doubt' })).toEqual(['i-1'])
      expect(await ids({ state: 'linked' })).toEqual(['p-1', 'q-1'])
      expect(await ids({ kind: 'identity', state: 'in_doubt' })).toEqual([])
    })
  })
}
