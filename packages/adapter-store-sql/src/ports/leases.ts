import { randomUUID } from 'node:crypto'
import type { Leases } from '@siagh-sync/sync-core'
import { toColumns } from '../key-columns'
import type { LeaseQueries } from '../queries/leases'
import type { Runner } from './runner'

/**
 * The lease port over SQL. Taking, renewing and giving back are a third of a run's writes, and do not wait for the
 * disk. A power failure of the server, which the workers may survive, undoes nothing important. The log is written in
 * order: the commit of the intent waits for the disk, so the earlier commit of the lease is on disk before anything
 * is created in Siagh. A lost renewal ends the lease early, and the store refuses later writes under it. After a lost
 * release the lease runs out by itself.
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
