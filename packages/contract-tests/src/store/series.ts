import type { JournalEntry, Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { entryOf, recordKey } from './samples'

/** The journal is counted for charts. */
export function series(open: OpenStore): void {
  const key = recordKey('p-1')
  const addAll = async (store: Store, entries: readonly Partial<JournalEntry>[]) => {
    for (const entry of entries) await valueOf(store.journal.add(entryOf(key, entry)))
  }
  const hour = 3_600_000

  describe('the series of the journal', () => {
    it('counts outcomes and errors in steps from the beginning, and leaves out steps without runs', async () => {
      const { store } = await open()
      await addAll(store, [
        { at: 999, outcome: 'created' },
        { at: 1_000, outcome: 'created', durationMs: 10 },
        { at: 1_249, outcome: 'created', durationMs: 30 },
        { at: 1_100, error: 'rejected', durationMs: 20 },
        { at: 1_500, outcome: 'unchanged', durationMs: 5 },
        { at: 1_999, error: 'unavailable', durationMs: 7 },
        { at: 2_000, outcome: 'created' },
      ])
      expect(await valueOf(store.journal.series('acme', { from: 1_000, to: 2_000, bucketMs: 250 }))).toStrictEqual([
        { at: 1_000, runs: 3, outcomes: { created: 2 }, errors: { rejected: 1 }, p50Ms: 20, p95Ms: 30 },
        { at: 1_500, runs: 1, outcomes: { unchanged: 1 }, errors: {}, p50Ms: 5, p95Ms: 5 },
        { at: 1_750, runs: 1, outcomes: {}, errors: { unavailable: 1 }, p50Ms: 7, p95Ms: 7 },
      ])
    })

    it('leaves out what operators have done', async () => {
      const { store } = await open()
      const action = { trigger: 'operator', durationMs: 0 } as const
      await addAll(store, [
        ...(['released', 'refused', 'retried', 'linked'] as const).map((outcome) => ({ ...action, outcome })),
        { trigger: 'operator', outcome: 'linked', durationMs: 3 },
        { trigger: 'webhook', outcome: 'linked', durationMs: 0 },
        { ...action, error: 'unavailable' },
      ])
      expect(await valueOf(store.journal.series('acme', { from: 0, to: 2_000, bucketMs: 2_000 }))).toMatchObject([
        { runs: 3, outcomes: { linked: 2 }, errors: { unavailable: 1 } },
      ])
    })

    it.each([
      [0, 0],
      [99, 99],
      [100, 100],
      [109, 100],
      [999, 990],
      [1_299, 1_200],
      [65_999, 65_000],
      [3_600_000, 3_600_000],
      [123_456_789, 120_000_000],
    ])('gives a duration of %i ms as %i', async (durationMs, shown) => {
      const { store } = await open()
      await addAll(store, [{ outcome: 'created', durationMs }])
      const [bucket] = await valueOf(store.journal.series('acme', { from: 0, to: 2_000, bucketMs: 2_000 }))
      expect(bucket).toMatchObject({ p50Ms: shown, p95Ms: shown })
    })

    it('finds the median and the 95th percentile', async () => {
      const { store } = await open()
      await addAll(
        store,
        Array.from({ length: 40 }, (_, index) => ({ outcome: 'created' as const, durationMs: 40 - index })),
      )
      expect(await valueOf(store.journal.series('acme', { from: 0, to: 2_000, bucketMs: 2_000 }))).toMatchObject([
        { runs: 40, p50Ms: 20, p95Ms: 38 },
      ])
    })

    it('counts steps of a week as it counts those of an hour', async () => {
      const { store } = await open()
      const from = 1_766_300_000_123
      const times = [0, 5 * hour, 6 * hour, 6 * hour - 1, 100 * hour, 168 * hour - 1, 168 * hour, 336 * hour]
      await addAll(
        store,
        times.map((time) => ({ at: from + time, outcome: 'updated' as const })),
      )
      const counted = await valueOf(store.journal.series('acme', { from, to: from + 336 * hour, bucketMs: 168 * hour }))
      expect(counted.map(({ at, runs }) => [at - from, runs])).toEqual([
        [0, 6],
        [168 * hour, 1],
      ])
    })

    it('belongs to one company', async () => {
      const { store } = await open()
      await addAll(store, [{ outcome: 'created' }])
      expect(await valueOf(store.journal.series('globex', { from: 0, to: 2_000, bucketMs: 500 }))).toStrictEqual([])
    })

    it.each([
      ['no time', { from: 5, to: 5, bucketMs: 1 }],
      ['steps of no length', { from: 0, to: 5, bucketMs: 0 }],
      ['too many steps', { from: 0, to: 1_001, bucketMs: 1 }],
    ])('is refused with %s', async (_, request) => {
      const { store } = await open()
      expect(await store.journal.series('acme', request)).toMatchObject({ error: { kind: 'store_unavailable' } })
    })
  })
}
