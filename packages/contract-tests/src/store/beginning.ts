import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { begin, draftOf, entryOf, heldOf, LONG_MS, noteOf, recordKey } from './samples'

/** A run begins with the lease and with everything that is known of the record. */
export function beginning(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('begin', () => {
    it('answers the lease and nothing else for a record that nobody knows', async () => {
      const { store } = await open()
      const { lease, ...rest } = await begin(store, key)
      expect(lease).toMatchObject({ key })
      expect(lease.expiresAt).toBeTypeOf('number')
      expect(rest).toStrictEqual({ entry: null, mapping: null, gaps: [], heldChange: null })
    })

    it('answers the entry, the mapping, the restores and what is held as they are read one by one', async () => {
      const { store } = await open()
      await valueOf(store.gaps.add({ restoredAt: 3_000 }))
      await valueOf(store.gaps.add({ backedUpAt: 1_000, restoredAt: 2_000 }))
      await valueOf(store.inbox.note(noteOf(key, { type: 'person' })))
      const first = await begin(store, key)
      const siagh = { code: '1000', recordId: 'AB-1', number: '77' }
      const detail = { posted: true, total: 12.5, note: 'سلام "x"', calls: ['a', 'b'] }
      const mapping = { draft: { key, state: 'linked', siagh, fingerprint: 'f', detail }, expectedVersion: 0 } as const
      const said = {
        message: { code: 'rejected', params: { count: 2, system: { code: 'system_siagh' } } },
        details: ['یک'],
      }
      const error = { kind: 'rejected', message: 'نه', details: ['یک', '"2"'], said } as const
      const inbox = { do: 'postpone', attempts: 2, dueAt: 5_000, error } as const
      const heldChange = heldOf(key, { write: 'change_contact', fields: ['address', 'نام'] })
      await valueOf(store.finish(first.lease, { mapping, inbox, heldChange }))
      const { lease, ...rest } = await begin(store, key)
      expect(lease.token).not.toBe(first.lease.token)
      expect(rest).toStrictEqual({
        entry: await valueOf(store.inbox.read(key)),
        mapping: await valueOf(store.mappings.get(key)),
        gaps: await valueOf(store.gaps.list()),
        heldChange: await valueOf(store.heldChanges.read(key)),
      })
      expect(rest.entry?.error).toStrictEqual(error)
      expect(rest.heldChange).toStrictEqual(heldChange)
      expect([rest.entry?.attempts, rest.mapping?.detail, rest.gaps.length]).toStrictEqual([2, detail, 2])
    })

    it('lets one of twenty callers begin, and none that comes later', async () => {
      const { store } = await open()
      const calls = Array.from({ length: 20 }, () => valueOf(store.begin(key, LONG_MS)))
      expect((await Promise.all(calls)).filter((begun) => begun !== null)).toHaveLength(1)
      expect(await valueOf(store.begin(key, LONG_MS))).toBeNull()
      expect(await valueOf(store.leases.acquire(key, LONG_MS))).toBeNull()
    })

    it('respects a lease that was acquired, and lets it be renewed', async () => {
      const { store } = await open()
      const acquired = await valueOf(store.leases.acquire(key, LONG_MS))
      expect(await valueOf(store.begin(key, LONG_MS))).toBeNull()
      if (acquired) await valueOf(store.leases.release(acquired))
      const { lease } = await begin(store, key, 1_000)
      const renewed = await valueOf(store.leases.renew(lease, LONG_MS))
      expect(renewed?.expiresAt).toBeGreaterThan(lease.expiresAt)
    })

    it('takes over from a holder that crashed, with what that one had intended', async () => {
      const { store } = await open()
      const crashed = await begin(store, key, 200)
      const draft = { key, state: 'intent', fingerprint: '', detail: { likeness: 'x' } } as const
      await valueOf(store.intend(crashed.lease, draft, 0))
      await passed(300)
      const next = await begin(store, key)
      expect(next.mapping).toMatchObject({ state: 'intent', version: 1 })
      expect(await valueOf(store.finish(crashed.lease, { journal: entryOf(key) }))).toEqual({ status: 'lease_lost' })
    })

    it('never answers less than what was finished under the lease before', async () => {
      const { store } = await open()
      await valueOf(store.inbox.note(noteOf(key)))
      const seen: number[] = []
      const work = async () => {
        for (let runs = 0; runs < 10;) {
          const begun = await valueOf(store.begin(key, LONG_MS))
          if (begun === null) continue
          runs += 1
          const expectedVersion = begun.mapping?.version ?? 0
          seen.push(expectedVersion)
          const mapping = { draft: draftOf(key, '1000'), expectedVersion }
          expect(await valueOf(store.finish(begun.lease, { mapping }))).toMatchObject({ status: 'finished' })
        }
      }
      await Promise.all([work(), work(), work(), work()])
      expect(seen).toEqual(Array.from({ length: 40 }, (_, version) => version))
    })
  })
}
