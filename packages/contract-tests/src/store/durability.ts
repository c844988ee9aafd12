import type { Store } from '@siagh-sync/sync-core'
import { describe, expect, it } from 'vitest'
import type { OpenStore, StoreUnderTest } from '../store-under-test'
import { valueOf } from '../value-of'
import { draftOf, entryOf, heldOf, hold, link, LONG_MS, noteAndBury, noteOf, putHeld, recordKey } from './samples'
import { append } from './writes'

/** What was acknowledged is still there in the next process. */
export function durability(open: OpenStore): void {
  const key = recordKey('p-1')

  const fill = async (store: Store) => {
    await link(store, draftOf(key, '1000', 'AB'))
    await valueOf(store.inbox.note(noteOf(key)))
    await noteAndBury(store, noteOf(recordKey('dead')))
    await valueOf(append(store, entryOf(key, { outcome: 'created' })))
    await valueOf(store.journal.add(entryOf(key, { outcome: 'retried', by: 'Sara' })))
    await valueOf(store.marks.set(await hold(store, key), 'person', 1_000))
    await valueOf(store.origins.record('acme', { siagh: 'http://siagh.test', crm: 'http://crm.test' }, null))
    await valueOf(store.gaps.add({ backedUpAt: 1_000, restoredAt: 2_000 }))
    await valueOf(store.values.set('acme', 'alert', { since: 1_000 }, 0))
    await putHeld(store, recordKey('held'), heldOf(recordKey('held')))
  }
  const contentOf = async (store: Store) => ({
    mapping: await valueOf(store.mappings.findByRecordId('acme', 'ab')),
    entry: await valueOf(store.inbox.read(key)),
    dead: await valueOf(store.inbox.failures('acme', {}, { limit: 10 })),
    counts: await valueOf(store.inbox.counts('acme')),
    journal: await valueOf(store.journal.list('acme', {}, { limit: 10 })),
    mark: await valueOf(store.marks.get('acme', 'person')),
    origins: await valueOf(store.origins.list()),
    gaps: await valueOf(store.gaps.list()),
    value: await valueOf(store.values.get('acme', 'alert')),
    held: await valueOf(store.heldChanges.list('acme', {}, { limit: 10 })),
  })

  describe('opened once more', () => {
    it('has everything after a close', async () => {
      const subject = await open()
      await fill(subject.store)
      const before = await contentOf(subject.store)
      await valueOf(subject.store.close())
      expect(await contentOf(await reopened(subject))).toStrictEqual(before)
    })

    it('has everything without a close', async () => {
      const subject = await open()
      await fill(subject.store)
      const before = await contentOf(subject.store)
      expect([before.mapping, before.mark, before.value]).not.toContain(null)
      expect(before.held.items).toHaveLength(1)
      expect(before.journal.items).toHaveLength(2)
      expect([before.origins, before.gaps].map(({ length }) => length)).toStrictEqual([1, 1])
      expect(await contentOf(await reopened(subject))).toStrictEqual(before)
    })

    it('respects the lease of a process that is gone until it expires', async () => {
      const subject = await open()
      await fill(subject.store)
      const next = await reopened(subject)
      expect(await valueOf(next.leases.acquire(key, LONG_MS))).toBeNull()
    })

    it('goes on counting generations and versions where it was', async () => {
      const subject = await open()
      await link(subject.store, draftOf(key, '1000'))
      await valueOf(subject.store.inbox.note(noteOf(key)))
      const next = await reopened(subject)
      expect(await valueOf(next.inbox.note(noteOf(key)))).toStrictEqual({ generation: 2 })
      const save = await valueOf(next.intend(await hold(next, key), draftOf(key, '1000'), 1))
      expect(save).toMatchObject({ status: 'saved', mapping: { version: 2 } })
    })
  })
}

async function reopened({ reopen }: StoreUnderTest): Promise<Store> {
  if (reopen === undefined) throw new Error('a durable store gives `reopen`; one that forgets says `durable: false`')
  return reopen()
}
