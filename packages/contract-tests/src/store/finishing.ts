import type { RunEnd, Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { begin, draftOf, entryOf, link, LONG_MS, noteOf, recordKey, refusal } from './samples'

const key = recordKey('p-1')
const other = recordKey('p-2')

/** Everything that the end of a run writes. */
const fullEnd = (code = '1000', expectedVersion = 0): RunEnd => ({
  mapping: { draft: draftOf(key, code, `R-${code}`), expectedVersion },
  journal: entryOf(key, {
    outcome: 'created',
    siagh: { code },
    calls: ['siagh.createContact'],
    warnings: ['toll_in_remarks'],
  }),
  inbox: { do: 'settle', generation: 1, dueAt: 7_000 },
})

/** Everything that can be read of the record. */
const stateOf = async (store: Store) => ({
  mapping: await valueOf(store.mappings.get(key)),
  entry: await valueOf(store.inbox.read(key)),
  journal: (await valueOf(store.journal.list('acme', {}, { limit: 10 }))).items,
})

const isFree = async (store: Store) => (await valueOf(store.leases.acquire(key, LONG_MS))) !== null

/** The end of a run is recorded completely or not at all. */
export function finishing(open: OpenStore): void {
  describe('finish', () => {
    it('writes mapping, journal and inbox, and gives the lease back', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const { lease } = await begin(store, key)
      const end = fullEnd()
      const finished = await valueOf(store.finish(lease, end))
      const { mapping, entry, journal } = await stateOf(store)
      expect(finished).toStrictEqual({ status: 'finished', mapping, inbox: 'settled' })
      expect(mapping).toStrictEqual({ ...end.mapping?.draft, version: 1, updatedAt: mapping?.updatedAt })
      expect(mapping?.updatedAt).toBeTypeOf('number')
      expect(entry).toMatchObject({ state: 'settled', dueAt: 7_000, attempts: 0 })
      expect(journal).toStrictEqual([end.journal])
      expect(await isFree(store)).toBe(true)
    })

    it.each([
      ['nothing', {}, {}],
      ['a journal entry', { journal: entryOf(key) }, {}],
      ['a mapping', { mapping: { draft: draftOf(key, '1'), expectedVersion: 0 } }, { mapping: { version: 1 } }],
      ['a settlement', { inbox: { do: 'settle', generation: 1, dueAt: 2 } }, { inbox: 'settled' }],
      ['a postponement', { inbox: { do: 'postpone', attempts: 1, dueAt: 2, error: refusal } }, { inbox: 'postponed' }],
      [
        'a burial',
        { inbox: { do: 'bury', generation: 1, attempts: 1, dueAt: 2, error: refusal } },
        { inbox: 'buried' },
      ],
      ['a settlement that came too early', { inbox: { do: 'settle', generation: 0, dueAt: 2 } }, { inbox: 'newer' }],
      [
        'a burial that came too early',
        { inbox: { do: 'bury', generation: 0, attempts: 1, dueAt: 2, error: refusal } },
        { inbox: 'newer' },
      ],
    ] as const)(
      'takes %s alone, and keeps the lease if the caller asks for that',
      async (_what, end: RunEnd, answer) => {
        const { store } = await open()
        await valueOf(store.inbox.note(noteOf(key)))
        const { lease } = await begin(store, key)
        expect(await valueOf(store.finish(lease, { ...end, keepLease: true }))).toMatchObject({
          status: 'finished',
          ...answer,
        })
        expect(await isFree(store)).toBe(false)
        expect(await valueOf(store.finish(lease, {}))).toStrictEqual({ status: 'finished' })
        expect(await isFree(store)).toBe(true)
      },
    )

    it('forgets a mapping together with the rest', async () => {
      const { store } = await open()
      await link(store, draftOf(key, '1000', 'AB'))
      const { lease, mapping } = await begin(store, key)
      const change = { draft: null, expectedVersion: mapping?.version ?? 0 }
      expect(await valueOf(store.finish(lease, { mapping: change, journal: entryOf(key) }))).toStrictEqual({
        status: 'finished',
      })
      expect(await stateOf(store)).toMatchObject({ mapping: null, journal: [entryOf(key)] })
      expect(await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))).toBeNull()
    })

    it('does not touch the inbox of a record that was never noted', async () => {
      const { store } = await open()
      const { lease } = await begin(store, key)
      const inbox = { do: 'settle', generation: 1, dueAt: 7_000 } as const
      expect(await valueOf(store.finish(lease, { inbox }))).toStrictEqual({ status: 'finished' })
      expect(await valueOf(store.inbox.read(key))).toBeNull()
    })

    it('keeps each field of a journal entry, and finds it by all that it is searched by', async () => {
      const { store } = await open()
      const { lease } = await begin(store, key)
      const journal = entryOf(key, { at: 2_000, error: 'in_doubt', attempt: 3, durationMs: 0, trigger: 'operator' })
      await valueOf(store.finish(lease, { journal }))
      const filter = { kind: 'identity', id: 'p-1', error: 'in_doubt', since: 2_000 } as const
      expect((await valueOf(store.journal.list('acme', filter, { limit: 10 }))).items).toStrictEqual([journal])
    })
  })

  describe('finish that is refused', () => {
    const refused = async (prepare: (store: Store) => Promise<RunEnd>) => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const end = await prepare(store)
      const { lease } = await begin(store, key)
      const before = await stateOf(store)
      const answer = await valueOf(store.finish(lease, end))
      expect(await stateOf(store)).toStrictEqual(before)
      expect(await isFree(store)).toBe(false)
      // The run ends without the mapping, and with its failure.
      const { mapping: _, ...rest } = end
      expect(await valueOf(store.finish(lease, rest))).toStrictEqual({ status: 'finished', inbox: 'settled' })
      expect(await stateOf(store)).toMatchObject({ mapping: before.mapping, entry: { state: 'settled' } })
      return answer
    }

    it('by another version writes nothing, and keeps the lease', async () => {
      expect(await refused(() => Promise.resolve(fullEnd('1000', 1)))).toStrictEqual({ status: 'conflict' })
      expect(await refused((store) => link(store, draftOf(key, '1')).then(() => fullEnd()))).toStrictEqual({
        status: 'conflict',
      })
    })

    it.each([0, 1, 3])('by another version than %s of a mapping to forget writes nothing', async (expectedVersion) => {
      const end = { ...fullEnd(), mapping: { draft: null, expectedVersion } }
      const twice = async (store: Store) => {
        await link(store, draftOf(key, '1'))
        const { lease } = await begin(store, key)
        await valueOf(store.finish(lease, { mapping: { draft: draftOf(key, '1'), expectedVersion: 1 } }))
        return end
      }
      expect(await refused(twice)).toStrictEqual({ status: 'conflict' })
    })

    it('by a mapping to forget that is not there writes nothing', async () => {
      const end = { ...fullEnd(), mapping: { draft: null, expectedVersion: 0 } }
      expect(await refused(() => Promise.resolve(end))).toStrictEqual({ status: 'conflict' })
    })

    it('by a code or RecordId of another record names that one, and writes nothing', async () => {
      const code = (store: Store) => link(store, draftOf(other, '1000')).then(() => fullEnd())
      const recordId = (store: Store) => link(store, draftOf(other, '2000', 'r-1000')).then(() => fullEnd())
      expect(await refused(code)).toStrictEqual({ status: 'taken', by: other })
      expect(await refused(recordId)).toStrictEqual({ status: 'taken', by: other })
    })

    it.each([
      ['has expired', (_store: Store) => passed(300)],
      ['was taken over', (store: Store) => passed(300).then(() => begin(store, key))],
    ])('under a lease that %s writes nothing', async (_loss, lose) => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const { lease } = await begin(store, key, 200)
      const before = await stateOf(store)
      await lose(store)
      for (const end of [fullEnd(), { journal: entryOf(key) }, {}, { ...fullEnd(), keepLease: true }])
        expect(await valueOf(store.finish(lease, end))).toStrictEqual({ status: 'lease_lost' })
      expect(await stateOf(store)).toStrictEqual(before)
    })

    it('under a lease that was given back writes nothing, so that a repeated one changes nothing', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const { lease } = await begin(store, key)
      await valueOf(store.finish(lease, fullEnd()))
      const before = await stateOf(store)
      expect(await valueOf(store.finish(lease, fullEnd()))).toStrictEqual({ status: 'lease_lost' })
      expect(await stateOf(store)).toStrictEqual(before)
    })

    it('for a mapping of another record writes nothing', async () => {
      const { store } = await open()
      const { lease } = await begin(store, key)
      const mapping = { draft: draftOf(other, '1000'), expectedVersion: 0 }
      expect(await valueOf(store.finish(lease, { ...fullEnd(), mapping }))).toStrictEqual({ status: 'lease_lost' })
      expect((await stateOf(store)).journal).toEqual([])
      expect(await valueOf(store.mappings.get(other))).toBeNull()
    })
  })

  describe('finish at once', () => {
    it('lets one of ten ends of one run through, whole', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const { lease } = await begin(store, key)
      const ends = Array.from({ length: 10 }, (_, i) => fullEnd(`${i}`))
      const answers = await Promise.all(ends.map((end) => valueOf(store.finish(lease, end))))
      const losers = answers.filter(({ status }) => status !== 'finished')
      expect(losers).toEqual(Array(9).fill({ status: 'lease_lost' }))
      const { mapping, journal } = await stateOf(store)
      expect(journal).toHaveLength(1)
      expect(journal[0]?.siagh?.code).toBe(mapping?.siagh?.code)
    })

    it('gives one code to one of ten records, and writes nothing of the others', async () => {
      const { store } = await open()
      const keys = Array.from({ length: 10 }, (_, i) => recordKey(`p-${i}`))
      const answers = await Promise.all(
        keys.map(async (each) => {
          const { lease } = await begin(store, each)
          const mapping = { draft: draftOf(each, '1000'), expectedVersion: 0 }
          return valueOf(store.finish(lease, { mapping, journal: entryOf(each) }))
        }),
      )
      const holder = await valueOf(store.mappings.findByCode('acme', 'contact', '1000'))
      const losers = answers.filter(({ status }) => status !== 'finished')
      expect(losers).toEqual(Array(9).fill({ status: 'taken', by: holder?.key }))
      const { items } = await valueOf(store.journal.list('acme', {}, { limit: 20 }))
      expect(items.map((entry) => entry.key)).toEqual([holder?.key])
    })

    it('never loses a note that races with the end of a run', async () => {
      const { store } = await open()
      const keys = Array.from({ length: 20 }, (_, i) => recordKey(`p-${i}`))
      for (const each of keys) await valueOf(store.inbox.note(noteOf(each)))
      await Promise.all(
        keys.map(async (each) => {
          const { lease } = await begin(store, each)
          const end = { journal: entryOf(each), inbox: { do: 'settle', generation: 1, dueAt: 1_000 } } as const
          await Promise.all([valueOf(store.finish(lease, end)), valueOf(store.inbox.note(noteOf(each, { at: 1_000 })))])
        }),
      )
      for (const each of keys)
        expect(await valueOf(store.inbox.read(each))).toMatchObject({ state: 'pending', generation: 2, dueAt: 1_000 })
    })
  })
}
