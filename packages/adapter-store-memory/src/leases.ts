import { randomUUID } from 'node:crypto'
import type { Clock, Lease, Leases, RecordKey } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'

/** The leases. Other parts of the store check them before they write. */
export interface LeaseTable {
  isHeld(key: RecordKey): boolean
  /** Whether `lease` is valid: it has neither expired nor been taken over, and it is for this record. */
  covers(lease: Lease, key?: RecordKey): boolean
  put(key: RecordKey, token: string, ttlMs: number): Lease
  drop(key: RecordKey): void
}

/** An empty table that reads the time from `clock`. */
export function createLeaseTable(clock: Clock): LeaseTable {
  const leases = new Map<string, Lease>()
  const current = (key: RecordKey) => {
    const lease = leases.get(keyOf(key))
    return lease !== undefined && lease.expiresAt > clock.now() ? lease : undefined
  }
  return {
    isHeld: (key) => current(key) !== undefined,
    covers: (lease, key = lease.key) => current(key)?.token === lease.token,
    put(key, token, ttlMs) {
      const lease = { key, token, expiresAt: clock.now() + ttlMs }
      leases.set(keyOf(key), lease)
      return lease
    },
    drop: (key) => void leases.delete(keyOf(key)),
  }
}

/** The lease port over `table`. */
export function memoryLeases(attempt: Attempt, table: LeaseTable): Leases {
  return {
    acquire: (key, ttlMs) => attempt(() => (table.isHeld(key) ? null : table.put(key, randomUUID(), ttlMs))),
    renew: (lease, ttlMs) => attempt(() => (table.covers(lease) ? table.put(lease.key, lease.token, ttlMs) : null)),
    release: (lease) =>
      attempt(() => {
        if (table.covers(lease)) table.drop(lease.key)
      }),
  }
}
