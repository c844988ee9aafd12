import { randomUUID } from 'node:crypto'
import type { Leases } from '@siagh-sync/sync-core'
import { toColumns } from '../key-columns'
import type { LeaseQueries } from '../queries/leases'
import type { Runner } from './runner'

/**
 * The lease port over SQL. Taking, renewing and giving back, a third of a run's writes, do not wait for the disk. A power cut at the
 * server, which the workers may well survive, takes back nothing that matters: the log is written in order, so the commit of the intent,
 * which waits for the disk, brings the acquire there before anything is created in Siagh. A renewal that is lost ends the lease early,
 * and the store refuses what is still written under it; a release that is lost leaves the lease to run out by itself.
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
