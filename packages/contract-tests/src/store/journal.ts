import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { begin, entryOf, recordKey } from './samples'
import { append } from './writes'

/** The journal: what was done, and how it is found again. */
export function journal(open: OpenStore): void {
  const person = recordKey('p-1')
  const invoice = recordKey('i-1', { kind: 'invoice' })

  describe('journal', () => {
    it('is empty at first', async () => {
      const { store } = await open()
      expect(await valueOf(store.journal.list('acme', {}, { limit: 10 }))).toStrictEqual({ items: [] })
    })

    it('gives back every field, and no field that was not there', async () => {
      const { store } = await open()
      const good = entryOf(person, {
        outcome: 'created',
        siagh: { code: '1000', recordId: 'AB' },
        calls: ['crm.getPerson', 'siagh.createContact'],
        warnings: ['phone_left_out'],
        at: 2_000,
      })
      const bad = entryOf(invoice, { error: 'unavailable', attempt: 4, trigger: 'operator', durationMs: 0 })
      await valueOf(append(store, good))
      await valueOf(append(store, bad))
      expect((await valueOf(store.journal.list('acme', {}, { limit: 10 }))).items).toStrictEqual([good, bad])
    })

    it('takes an entry outside of a run, with the name of the person', async () => {
      const { store } = await open()
      const action = entryOf(person, {
        trigger: 'operator',
        outcome: 'retried',
        durationMs: 0,
        by: 'سارا کاظمی\u200cنیا "x"',
      })
      await valueOf(store.journal.add(action))
      await valueOf(append(store, entryOf(person, { by: 'a'.repeat(100), at: 2_000 })))
      const { items } = await valueOf(store.journal.list('acme', {}, { limit: 10 }))
      expect(items).toStrictEqual([entryOf(person, { by: 'a'.repeat(100), at: 2_000 }), action])
      const retried = await valueOf(store.journal.list('acme', { id: 'p-1', outcome: 'retried' }, { limit: 10 }))
      expect(retried.items).toStrictEqual([action])
    })

    it('takes an entry while somebody handles the record', async () => {
      const { store } = await open()
      const { lease } = await begin(store, person)
      await valueOf(store.journal.add(entryOf(person, { outcome: 'retried', at: 1_000 })))
      await valueOf(store.finish(lease, { journal: entryOf(person, { outcome: 'updated', at: 1_000 }) }))
      const { items } = await valueOf(store.journal.list('acme', {}, { limit: 10 }))
      expect(items.map(({ outcome }) => outcome)).toEqual(['updated', 'retried'])
    })

    it('lists the newest first, and of one instant the latest appended', async () => {
      const { store } = await open()
      for (const [attempt, at] of [
        [1, 2_000],
        [2, 3_000],
        [3, 1_000],
        [4, 3_000],
        [5, 3_000],
      ] as const) {
        await valueOf(append(store, entryOf(person, { attempt, at })))
      }
      const { items } = await valueOf(store.journal.list('acme', {}, { limit: 10 }))
      expect(items.map(({ attempt }) => attempt)).toEqual([5, 4, 2, 1, 3])
    })

    it('filters by kind, id, outcome, error and time', async () => {
      const { store } = await open()
      await valueOf(append(store, entryOf(person, { at: 1_000, outcome: 'created' })))
      await valueOf(append(store, entryOf(person, { at: 2_000, error: 'rejected' })))
      await valueOf(append(store, entryOf(invoice, { at: 3_000, outcome: 'created' })))
      await valueOf(append(store, entryOf({ ...invoice, id: 'p-1' }, { at: 4_000, outcome: 'skipped' })))
      const times = async (filter: Parameters<typeof store.journal.list>[1]) =>
        (await valueOf(store.journal.list('acme', filter, { limit: 10 }))).items.map(({ at }) => at)
      expect(await times({ kind: 'identity' })).toEqual([2_000, 1_000])
      expect(await times({ id: 'p-1' })).toEqual([4_000, 2_000, 1_000])
      expect(await times({ kind: 'invoice', id: 'p-1' })).toEqual([4_000])
      expect(await times({ outcome: 'created' })).toEqual([3_000, 1_000])
      expect(await times({ error: 'rejected' })).toEqual([2_000])
      expect(await times({ since: 3_000 })).toEqual([4_000, 3_000])
      expect(await times({ kind: 'identity', since: 1_500, outcome: 'created' })).toEqual([])
    })
  })
}
