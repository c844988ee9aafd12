import { randomUUID } from 'node:crypto'
import type { Leases } from '@siagh-sync/sync-core'
import { toColumns } from '../key-columns'
import type { LeaseQueries } from '../queries/leases'
import type { Runner } from './runner'

/**
 * The lease port over SQL. A power cut ends whoever held a lease, so none has to outlive it: taking one and giving it back, a third
 * of a run's writes, do not wait for the disk.
 */
export function sqlLeases(runner: Runner, queries: LeaseQueries): Leases {
  return {
    acquire(key, ttlMs) {
      const token = randomUUID()
      return runner
        .writeUnsynced(() => queries.acquire({ ...toColumns(key), token, ttl_ms: ttlMs }))
        .map((row) => (row === undefined ? null : { key, token, expiresAt: row.expires_at }))
    },
    renew: ({ key, token }, ttlMs) =>
      runner
        .writeUnsynced(() => queries.renew({ ...toColumns(key), token, ttl_ms: ttlMs }))
        .map((row) => (row === undefined ? null : { key, token, expiresAt: row.expires_at })),
    release: ({ key, token }) => runner.writeUnsynced(() => queries.release({ ...toColumns(key), token })),
  }
}
