import type { EntityKind, Store, StoredError } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteAndBury, noteOf, recordKey, refusal } from './samples'
import { postpone } from './writes'

/** Failures are grouped by their reasons, and the failures of a reason can be listed. */
export function failureReasons(open: OpenStore): void {
  const saying = (code: string, kind: StoredError['kind'] = 'invalid_data'): StoredError => ({
    ...{ kind, message: code, details: ['یک'] },
    said: { message: { code, params: { field: 'نام' } }, details: [{ code: 'another' }] },
  })
  const bury = (store: Store, id: string, error: StoredError, at = 1_000, kind: EntityKind = 'identity') =>
    noteAndBury(store, noteOf(recordKey(id, { kind }), { at }), error)
  const idsOf = async (store: Store, filter: Parameters<Store['inbox']['failures']>[1], limit = 10) =>
    (await valueOf(store.inbox.failures('acme', filter, { limit }))).items.map(({ key }) => key.id)

  describe('failure reasons', () => {
    it('are none without failures', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(recordKey('pending'))))
      expect(await valueOf(store.inbox.failureReasons('acme'))).toStrictEqual([])
    })

    it('count the failures of each, with the kinds of records and the earliest note, the most frequent first', async () => {
      const { store } = await open()
      await bury(store, 'p-1', saying('name_missing'), 3_000)
      await bury(store, 'i-1', saying('name_missing'), 2_000, 'invoice')
      await bury(store, 'p-2', saying('name_missing'), 4_000)
      await bury(store, 'q-1', refusal, 5_000, 'quote')
      await bury(store, 'i-2', saying('posting_in_doubt', 'in_doubt'), 1_000, 'invoice')
      await bury(store, 'p-3', saying('name_missing', 'defect'), 6_000)
      expect(await valueOf(store.inbox.failureReasons('acme'))).toStrictEqual([
        { reason: 'name_missing', error: 'invalid_data', kinds: ['identity', 'invoice'], records: 3, notedAt: 2_000 },
        { reason: 'posting_in_doubt', error: 'in_doubt', kinds: ['invoice'], records: 1, notedAt: 1_000 },
        { reason: 'rejected', error: 'rejected', kinds: ['quote'], records: 1, notedAt: 5_000 },
        { reason: 'name_missing', error: 'defect', kinds: ['identity'], records: 1, notedAt: 6_000 },
      ])
    })

    it('forget what was noted again, and count only what has failed', async () => {
      const { store } = await open()
      const waiting = recordKey('waiting')
      await valueOf(store.inbox.note(noteOf(waiting)))
      await valueOf(
        postpone(store, await hold(store, waiting), { attempts: 1, dueAt: 9_000, error: saying('name_missing') }),
      )
      await bury(store, 'p-1', saying('name_missing'))
      await bury(store, 'p-2', saying('no_mobile'))
      await valueOf(store.inbox.note(noteOf(recordKey('p-1'))))
      const reasons = await valueOf(store.inbox.failureReasons('acme'))
      expect(reasons.map(({ reason, records }) => [reason, records])).toStrictEqual([['no_mobile', 1]])
      await bury(store, 'p-2', saying('name_missing'))
      expect((await valueOf(store.inbox.failureReasons('acme'))).map(({ reason }) => reason)).toEqual(['name_missing'])
    })

    it('list their failures page by page, the oldest first', async () => {
      const { store } = await open()
      for (const [index, id] of ['c', 'a', 'b', 'd'].entries()) await bury(store, id, saying('name_missing'), 9 - index)
      await bury(store, 'i', saying('name_missing', 'defect'), 2, 'invoice')
      await bury(store, 'other', refusal, 1)
      const reason = 'name_missing'
      expect(await idsOf(store, { reason })).toEqual(['i', 'd', 'b', 'a', 'c'])
      expect(await idsOf(store, { reason, error: 'invalid_data' })).toEqual(['d', 'b', 'a', 'c'])
      expect(await idsOf(store, { reason, kind: 'invoice' })).toEqual(['i'])
      expect(await idsOf(store, { reason: 'rejected' })).toEqual(['other'])
      expect(await idsOf(store, { reason: 'unheard-of' })).toEqual([])
      const first = await valueOf(store.inbox.failures('acme', { reason }, { limit: 2 }))
      const after = first.next ?? ''
      const second = await valueOf(store.inbox.failures('acme', { reason }, { limit: 2, after }))
      expect([...first.items, ...second.items].map(({ key }) => key.id)).toEqual(['i', 'd', 'b', 'a'])
    })

    it('are 200 at the most, the most frequent ones', async () => {
      const { store } = await open()
      for (let code = 0; code < 201; code += 1) await bury(store, `p-${code}`, saying(`code-${code}`))
      await bury(store, 'twice', saying('code-200'))
      const reasons = await valueOf(store.inbox.failureReasons('acme'))
      expect(reasons).toHaveLength(200)
      expect(reasons[0]).toMatchObject({ reason: 'code-200', records: 2 })
    })

    it('belong to one company', async () => {
      const { store } = await open()
      await bury(store, 'p-1', saying('name_missing'))
      expect(await valueOf(store.inbox.failureReasons('globex'))).toStrictEqual([])
      expect(await valueOf(store.inbox.failures('globex', { reason: 'name_missing' }, { limit: 1 }))).toEqual({
        items: [],
      })
    })
  })
}
