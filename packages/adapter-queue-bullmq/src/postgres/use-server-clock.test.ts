import { postgres } from '@siagh-sync/backends'
import type { Handled } from '@siagh-sync/sync-core'
import { expect, it, vi } from 'vitest'
import { hang } from '../../test/hang'
import { askPostgres, postgresQueueForTest, SCHEMA } from '../../test/postgres-queue'
import { until } from '../../../../test-support/until'

const LOCK_MS = 500
const AHEAD_MS = 600_000

it('a time ahead of the server, as the last look or in a lock, keeps nobody from a lost wake-up', async () => {
  const { queue, prefix } = await postgresQueueForTest({ lockMs: LOCK_MS })
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')
  const name = `${prefix}@acme`
  const ahead = Date.now() + AHEAD_MS
  await askPostgres(`INSERT INTO ${SCHEMA}.meta (queue, field, value) VALUES ($1, 'stalled-check', $2)`, [name, ahead])
  await askPostgres(
    `UPDATE ${SCHEMA}.job SET state = 'active', lock_token = 'gone', locked_until_ms = $2 WHERE queue = $1`,
    [name, ahead],
  )
  const calls: string[] = []
  const handler = async (key: string): Promise<Handled> => (calls.push(key), { status: 'done' })
  expect(await queue.work('acme', handler, { concurrency: 1 })).toHaveProperty('value')
  await vi.waitFor(() => expect(calls).toEqual(['identity/1']), { timeout: 10_000 })
})

it('a worker whose clock is ahead takes nothing that another is at', async () => {
  // The worker of this process looks once, at its start: every later look is one of the other process.
  const { queue, prefix } = await postgresQueueForTest({ lockMs: AHEAD_MS / 10, stalledIntervalMs: AHEAD_MS })
  const calls: string[] = []
  let end = () => {}
  const gate = new Promise<void>((resolve) => (end = resolve))
  const handler = async (key: string): Promise<Handled> => {
    calls.push(key)
    await gate
    return { status: 'done' }
  }
  expect(await queue.work('acme', handler, { concurrency: 1 })).toHaveProperty('value')
  expect(await queue.enqueue('acme', 'identity/1')).toHaveProperty('value')
  await vi.waitFor(() => expect(calls).toEqual(['identity/1']))
  const connection = { connectionString: (await postgres()).url, schema: SCHEMA }
  const child = await hang({ connection, prefix, lockMs: AHEAD_MS / 10, lookEveryMs: 100, aheadMs: AHEAD_MS })
  const looks = new Set<string | undefined>()
  await until('the other process has looked several times', async () => {
    looks.add(await lastLook(`${prefix}@acme`))
    return looks.size > 4
  })
  end()
  expect(child.said).toEqual(['works'])
  expect(calls).toEqual(['identity/1'])
})

async function lastLook(name: string): Promise<string | undefined> {
  const sql = `SELECT value FROM ${SCHEMA}.meta WHERE queue = $1 AND field = 'stalled-check'`
  const [row] = await askPostgres<{ readonly value: string }>(sql, [name])
  return row?.value
}
