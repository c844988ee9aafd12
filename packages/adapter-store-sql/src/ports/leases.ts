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
      return runner.writeUnsynced(function* () {
        const now = runner.now()
        const expiresAt = now + ttlMs
        const got = yield* queries.acquire({ ...toColumns(key), token, expires_at: expiresAt, now })
        return got ? { key, token, expiresAt } : null
      })
    },
    renew: ({ key, token }, ttlMs) =>
      runner.writeUnsynced(function* () {
        const now = runner.now()
        const expiresAt = now + ttlMs
        const held = yield* queries.renew({ ...toColumns(key), token, expires_at: expiresAt, now })
        return held ? { key, token, expiresAt } : null
      }),
    release: ({ key, token }) => runner.writeUnsynced(() => queries.release({ ...toColumns(key), token })),
  }
}
