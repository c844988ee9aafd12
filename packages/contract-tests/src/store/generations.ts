import { describe, expect, it } from 'vitest'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, noteOf, recordKey, refusal } from './samples'
import { bury, postpone, settle } from './writes'

/** A change that is noted during a run is not lost when the run ends. */
export function generations(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('a note during a run', () => {
    it('makes one more run after the one that ended well', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      const lease = await hold(store, key)
      await valueOf(postpone(store, lease, { attempts: 2, dueAt: 1_000, error: refusal }))
      const before = await valueOf(store.inbox.read(key))
      await valueOf(store.inbox.note(noteOf(key, { at: 2_000 })))
      expect(await valueOf(settle(store, lease, before?.generation ?? 0, 7_000))).toBe('newer')
      const entry = await valueOf(store.inbox.read(key))
      expect(entry).toMatchObject({ state: 'pending', generation: 2, attempts: 0, dueAt: 7_000, notedAt: 2_000 })
      expect(entry).not.toHaveProperty('error')
      expect(await valueOf(settle(store, lease, 2, 9_000))).toBe('settled')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'settled', generation: 2 })
    })

    it.each(['insert', 'update', 'delete'] as const)('makes one more run whatever it tells: %s', async (event) => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key, { at: 1_000 })))
      const lease = await hold(store, key)
      await valueOf(store.inbox.note({ ...noteOf(key, { at: 2_000 }), event }))
      expect(await valueOf(settle(store, lease, 1, 7_000))).toBe('newer')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', generation: 2, event })
      await valueOf(store.inbox.note({ ...noteOf(key, { at: 3_000 }), event }))
      expect(await valueOf(bury(store, lease, 2, { attempts: 1, dueAt: 8_000, error: refusal }))).toBe('newer')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', generation: 3, event })
    })

    it('leaves the time of the earliest that is not settled, however many came after it', async () => {
      const { store } = await open()
      for (const at of [1_000, 2_000]) await valueOf(store.inbox.note(noteOf(key, { at })))
      const lease = await hold(store, key)
      for (const at of [3_000, 4_000, 5_000]) await valueOf(store.inbox.note(noteOf(key, { at })))
      const notedAt = async () => (await valueOf(store.inbox.read(key)))?.notedAt
      const oldest = async () => (await valueOf(store.inbox.counts('acme'))).oldestPendingAt
      expect([await notedAt(), await oldest()]).toEqual([1_000, 1_000])
      expect(await valueOf(settle(store, lease, 2, 0))).toBe('newer')
      expect([await notedAt(), await oldest()]).toEqual([3_000, 3_000])
      await Promise.all([6_000, 7_000].map((at) => valueOf(store.inbox.note(noteOf(key, { at })))))
      expect(await valueOf(settle(store, lease, 3, 0))).toBe('newer')
      expect([await notedAt(), await oldest()]).toEqual([4_000, 4_000])
      expect(await valueOf(settle(store, lease, 6, 0))).toBe('newer')
      expect(await notedAt()).toBe(7_000)
      expect(await valueOf(settle(store, lease, 7, 0))).toBe('settled')
      await valueOf(store.inbox.note(noteOf(key, { at: 8_000 })))
      await valueOf(store.inbox.note(noteOf(key, { at: 9_000 })))
      expect([await notedAt(), await oldest()]).toEqual([8_000, 8_000])
      expect(await valueOf(settle(store, lease, 8, 0))).toBe('newer')
      expect([await notedAt(), await oldest()]).toEqual([9_000, 9_000])
    })

    it('stays the earliest that is not settled while the record fails', async () => {
      const { store } = await open()
      for (const at of [1_000, 2_000]) await valueOf(store.inbox.note(noteOf(key, { at })))
      const lease = await hold(store, key)
      const failure = { attempts: 1, dueAt: 2_500, error: refusal }
      expect(await valueOf(postpone(store, lease, failure))).toBe('postponed')
      await valueOf(store.inbox.note(noteOf(key, { at: 3_000 })))
      expect(await valueOf(bury(store, lease, 2, failure))).toBe('newer')
      expect(await valueOf(bury(store, lease, 3, failure))).toBe('buried')
      await valueOf(store.inbox.note(noteOf(key, { at: 4_000 })))
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', notedAt: 1_000 })
      expect(await valueOf(settle(store, lease, 3, 0))).toBe('newer')
      expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'pending', notedAt: 4_000 })
    })

    it('keeps the record from being buried', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const lease = await hold(store, key)
      await valueOf(store.inbox.note(noteOf(key)))
      const failure = { attempts: 12, dueAt: 7_000, error: refusal }
      expect(await valueOf(bury(store, lease, 1, failure))).toBe('newer')
      const entry = { state: 'pending', generation: 2, attempts: 0, dueAt: 7_000 }
      expect(await valueOf(store.inbox.read(key))).toMatchObject(entry)
      expect(await valueOf(bury(store, lease, 2, failure))).toBe('buried')
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
            valueOf(settle(store, lease, 1, 1_000)),
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
