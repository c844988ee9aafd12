import { describe, expect, it } from 'vitest'
import { passed } from '../passed'
import type { OpenStore } from '../store-under-test'
import { valueOf } from '../value-of'
import { hold, LONG_MS, recordKey } from './samples'

/** Only one worker at a time has a record. */
export function leases(open: OpenStore): void {
  const key = recordKey('p-1')

  describe('leases', () => {
    it('goes to one of twenty callers, and to none that comes later', async () => {
      const { store } = await open()
      const calls = Array.from({ length: 20 }, () => valueOf(store.leases.acquire(key, LONG_MS)))
      const given = (await Promise.all(calls)).filter((lease) => lease !== null)
      expect(given).toHaveLength(1)
      expect(given[0]).toMatchObject({ key })
      expect(await valueOf(store.leases.acquire(key, LONG_MS))).toBeNull()
    })

    it('does not stand in the way of another record', async () => {
      const { store } = await open()
      await hold(store, key)
      const lease = await hold(store, recordKey('p-1', { kind: 'invoice' }))
      expect(lease.key.kind).toBe('invoice')
    })

    it('is free once given back, under a new token', async () => {
      const { store } = await open()
      const first = await hold(store, key)
      await valueOf(store.leases.release(first))
      const second = await hold(store, key)
      expect(second.token).not.toBe(first.token)
    })

    it('is free again some time after its holder crashed', async () => {
      const { store } = await open()
      const crashed = await hold(store, key, 20)
      await passed(60)
      const next = await hold(store, key)
      expect(next.token).not.toBe(crashed.token)
      expect(next.expiresAt).toBeGreaterThan(crashed.expiresAt)
    })

    it('lasts as long as it is renewed', async () => {
      const { store } = await open()
      const lease = await hold(store, key, 2_000)
      const renewed = await valueOf(store.leases.renew(lease, LONG_MS))
      expect(renewed).toMatchObject({ key, token: lease.token })
      expect(renewed?.expiresAt).toBeGreaterThan(lease.expiresAt)
      await passed(2_200)
      expect(await valueOf(store.leases.acquire(key, LONG_MS))).toBeNull()
    })

    it('cannot be renewed once it has expired, even if nobody took it', async () => {
      const { store } = await open()
      const lease = await hold(store, key, 20)
      await passed(60)
      expect(await valueOf(store.leases.renew(lease, LONG_MS))).toBeNull()
      expect(await hold(store, key)).toMatchObject({ key })
    })

    it('cannot be renewed once it was given back', async () => {
      const { store } = await open()
      const lease = await hold(store, key)
      await valueOf(store.leases.release(lease))
      expect(await valueOf(store.leases.renew(lease, LONG_MS))).toBeNull()
    })

    it('stays with its new holder when the old one renews it or gives it back', async () => {
      const { store } = await open()
      const lost = await hold(store, key, 20)
      await passed(60)
      const lease = await hold(store, key)
      expect(await valueOf(store.leases.renew(lost, LONG_MS))).toBeNull()
      await valueOf(store.leases.release(lost))
      expect(await valueOf(store.leases.acquire(key, LONG_MS))).toBeNull()
      expect(await valueOf(store.leases.renew(lease, LONG_MS))).toMatchObject({ token: lease.token })
    })
  })
}
