import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, recordKey } from './samples'

/** A mark keeps its value until it is set again. */
export function marks(open: OpenStore): void {
  const key = recordKey('catch-up')

  describe('marks', () => {
    it('answers null for one that was never set', async () => {
      const { store } = await open()
      expect(await valueOf(store.marks.get('acme', 'person'))).toBeNull()
    })

    it('gives back what was set last, later or earlier than before', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      const seen: (number | null)[] = []
      for (const value of [1_766_300_000_123, 1_766_300_000_124, 0]) {
        expect(await valueOf(store.marks.set(lease, 'person', value))).toBe('set')
        seen.push(await valueOf(store.marks.get('acme', 'person')))
      }
      expect(seen).toStrictEqual([1_766_300_000_123, 1_766_300_000_124, 0])
    })

    it('keeps two names apart', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      await valueOf(store.marks.set(lease, 'person', 1_000))
      await valueOf(store.marks.set(lease, 'Person', 2_000))
      expect(await valueOf(store.marks.get('acme', 'person'))).toBe(1_000)
      expect(await valueOf(store.marks.get('acme', 'Person'))).toBe(2_000)
      expect(await valueOf(store.marks.get('acme', 'person '))).toBeNull()
    })

    it('keeps two companies apart', async () => {
      const { store } = await open()
      const theirs = recordKey('catch-up', { company: 'globex' })
      await valueOf(store.marks.set(await hold(store, key), 'person', 1_000))
      expect(await valueOf(store.marks.get('globex', 'person'))).toBeNull()
      await valueOf(store.marks.set(await hold(store, theirs), 'person', 2_000))
      expect(await valueOf(store.marks.get('acme', 'person'))).toBe(1_000)
    })
  })
}
