import { expect, it } from 'vitest'
import { memoryStore } from './memory-store'

const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const

it('hands out a lease again once its time has passed on the given clock', async () => {
  let now = 1000
  const store = memoryStore({ clock: { now: () => now, after: () => () => {} } })
  expect(await store.leases.acquire(key, 50)).toMatchObject({ value: { expiresAt: 1050 } })
  expect(await store.leases.acquire(key, 50)).toMatchObject({ value: null })
  now += 50
  expect(await store.leases.acquire(key, 50)).toMatchObject({ value: { expiresAt: 1100 } })
})
