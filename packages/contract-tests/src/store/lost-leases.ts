import type { Lease, Store, StoreUnavailable } from '@siagh-sync/sync-core'
import type { ResultAsync } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, hold, noteOf, recordKey, refusal } from './samples'
import { bury, postpone, remove, settle } from './writes'

const key = recordKey('p-1')
const attempt = { attempts: 5, dueAt: 9_000, error: refusal }

const losses: Readonly<Record<string, (store: Store, lease: Lease) => Promise<unknown>>> = {
  'has expired': () => passed(200),
  'was taken over': async (store) => {
    await passed(200)
    return hold(store, key)
  },
  'was given back': (store, lease) => valueOf(store.leases.release(lease)),
}

const writes: Readonly<Record<string, (store: Store, lease: Lease) => ResultAsync<unknown, StoreUnavailable>>> = {
  intend: (store, lease) => store.intend(lease, draftOf(key, '2000'), 1).map(({ status }) => status),
  remove: (store, lease) => remove(store, lease, 1),
  settle: (store, lease) => settle(store, lease, 1, 9_000),
  postpone: (store, lease) => postpone(store, lease, attempt),
  bury: (store, lease) => bury(store, lease, 1, attempt),
  'set of a mark': (store, lease) => store.marks.set(lease, 'person', 2_000),
}

/** A worker that has lost its lease can change nothing with it. */
export function lostLeases(open: OpenStore): void {
  describe.each(Object.entries(losses))('a lease that %s', (_loss, lose) => {
    it.each(Object.entries(writes))('is refused by %s, which writes nothing', async (_write, write) => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const first = await hold(store, key)
      await valueOf(store.intend(first, draftOf(key, '1000'), 0))
      await valueOf(store.marks.set(first, 'person', 1_000))
      await valueOf(store.leases.release(first))
      const state = async () => [
        await valueOf(store.mappings.get(key)),
        await valueOf(store.inbox.read(key)),
        await valueOf(store.marks.get('acme', 'person')),
      ]
      const before = await state()
      const lease = await hold(store, key, 100)
      await lose(store, lease)
      expect(await valueOf(write(store, lease))).toBe('lease_lost')
      expect(await state()).toStrictEqual(before)
    })
  })

  describe('a lease of one record', () => {
    it('does not cover the mapping of another', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      const others = [recordKey('p-2'), recordKey('p-1', { kind: 'quote' }), recordKey('p-1', { company: 'other' })]
      for (const other of others) {
        const save = await valueOf(store.intend(lease, draftOf(other, '1000'), 0))
        expect(save).toEqual({ status: 'lease_lost' })
        expect(await valueOf(store.mappings.get(other))).toBeNull()
      }
    })
  })
}
