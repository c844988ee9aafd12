import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteOf, recordKey, refusal } from './samples'

/** A change noted during a run is never lost with it. */
export function generations(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('a note during a run', () => {
    it('makes one more run after the one that ended well', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      const lease = await hold(store, key)
      await valueOf(store.inbox.postpone(lease, { attempts: 2, dueAt: 1_000, error: refusal }))
      const before = await valueOf(store.inbox.read(key))
      await valueOf(store.inbox.note(noteOf(key, { at: 2_000 })))
      expect(await valueOf(store.inbox.settle(lease, before?.generation ?? 0, 7_000))).toBe('newer')
      const entry = await valueOf(store.inbox.read(key))
      expect(entry).toMatchObject({ state: 'pending', generation: 2, attempts: 0, dueAt: 7_000, notedAt: 2_000 })
      expect(entry).not.toHaveProperty('error')
      expect(await valueOf(store.inbox.settle(lease, 2, 9_000))).toBe('settled')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'settled', generation: 2 })
    })

    it('keeps the record from being buried', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const lease = await hold(store, key)
      await valueOf(store.inbox.note(noteOf(key)))
      const failure = { attempts: 12, dueAt: 7_000, error: refusal }
      expect(await valueOf(store.inbox.bury(lease, 1, failure))).toBe('newer')
      const entry = { state: 'pending', generation: 2, attempts: 0, dueAt: 7_000 }
      expect(await valueOf(store.inbox.read(key))).toMatchObject(entry)
      expect(await valueOf(store.inbox.bury(lease, 2, failure))).toBe('buried')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'failed', attempts: 12, error: refusal })
    })

    it('is there again for the next run when it raced with the end of this one', async () => {
      const { store } = await open()
      const keys = Array.from({ length: 20 }, (_, i) => recordKey(`p-${i}`))
      for (const each of keys) await valueOf(store.inbox.note(noteOf(each)))
      await Promise.all(
        keys.map(async (each) => {
          const lease = await hold(store, each)
          await Promise.all([
            valueOf(store.inbox.settle(lease, 1, 1_000)),
            valueOf(store.inbox.note(noteOf(each, { at: 1_000 }))),
          ])
        }),
      )
      for (const each of keys) {
        expect(await valueOf(store.inbox.read(each))).toMatchObject({ state: 'pending', generation: 2, dueAt: 1_000 })
      }
    })
  })
}
