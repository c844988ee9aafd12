import type { Store, StoredError } from '@siagh-sync/sync-core'
import type Database from 'libsql'
import { okAsync, ResultAsync, type Result } from 'neverthrow'
import { expect, it } from 'vitest'
import type { Operation } from '../src/operation'
import { sqlStore } from '../src/sql-store'
import { sqliteEngine } from '../src/sqlite/engine'
import { createExecute } from '../src/sqlite/execute'
import { migrate } from '../src/sqlite/migrate'
import { openDatabase } from '../src/sqlite/open-database'
import { freshFile } from './fresh-file'

const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const
const page = { limit: 10 }
const error: StoredError = { kind: 'rejected', message: 'no', details: [] }

const valueOf = async <T>(call: ResultAsync<T, { message: string }>): Promise<T> =>
  (await call).match(
    (value) => value,
    ({ message }) => {
      throw new Error(message)
    },
  )

/** Asks the store everything that its port can ask, with every filter. */
async function askEverything({ mappings, inbox, journal, leases }: Store): Promise<void> {
  await valueOf(inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 }))
  const lease = await valueOf(leases.acquire(key, 60_000))
  if (lease === null) throw new Error('somebody else has the lease')
  const draft = { key, state: 'linked', siagh: { code: '1', recordId: 'A' }, fingerprint: '', detail: {} } as const
  await valueOf(mappings.save(lease, draft, 0))
  await valueOf(mappings.get(key))
  for (const kind of [{}, { kind: 'identity' }] as const) {
    for (const state of [{}, { state: 'linked' }] as const)
      await valueOf(mappings.list('acme', { ...kind, ...state }, page))
    for (const why of [{}, { error: 'rejected' }] as const)
      await valueOf(inbox.failures('acme', { ...kind, ...why }, page))
    for (const id of [{}, { id: 'p-1' }])
      for (const result of [{}, { outcome: 'created' }, { error: 'rejected' }] as const)
        for (const since of [{}, { since: 1 }])
          await valueOf(journal.list('acme', { ...kind, ...id, ...result, ...since }, page))
  }
  await valueOf(inbox.read(key))
  await valueOf(inbox.due('acme', 5, page))
  await valueOf(inbox.counts('acme'))
  await valueOf(inbox.settle(lease, 1, 5))
  await valueOf(inbox.purge('acme', 1, 10))
  await valueOf(journal.purge('acme', 1, 10))
  await valueOf(inbox.postpone(lease, { attempts: 1, dueAt: 5, error }))
  await valueOf(inbox.bury(lease, 1, { attempts: 1, dueAt: 5, error }))
  await valueOf(mappings.remove(lease, 1))
  await valueOf(leases.renew(lease, 60_000))
  await valueOf(leases.release(lease))
}

/** The plan of every statement that `askEverything` runs. */
async function collectPlans(database: Database.Database): Promise<ReadonlyMap<string, string>> {
  const asked = new Set<string>()
  const recorded = {
    prepare(sql: string) {
      asked.add(sql)
      return database.prepare(sql)
    },
  }
  const execute = createExecute(recorded as typeof database, () => 1)
  const run = <T>(operation: () => Operation<T>) => {
    const done: Promise<Result<T, never>> = Promise.resolve().then(() => okAsync(execute(operation())))
    return new ResultAsync<T, never>(done)
  }
  const runner = { read: run, write: run, writeUnsynced: run }
  await askEverything(sqlStore(sqliteEngine(runner, () => okAsync(undefined))))
  const planOf = (sql: string) => {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(Array(sql.split('?').length - 1).fill(1))
    return steps.map((step) => (step as { detail: string }).detail).join('; ')
  }
  return new Map([...asked].map((sql) => [sql, planOf(sql)]))
}

it('answers every question from an index, in the order of that index', async () => {
  const file = freshFile()
  const database = openDatabase(file, 1_000)
  migrate(database, file)
  const plans = [...(await collectPlans(database))]
  database.close()
  expect(plans.length).toBeGreaterThan(40)
  // Sorting the right part alone means sorting the few that share one instant.
  expect(plans.filter(([, plan]) => /\bSCAN (?!CONSTANT ROW)|TEMP B-TREE FOR (?!RIGHT PART)/.test(plan))).toEqual([])
  const counting = plans.filter(([sql]) => sql.includes('count('))
  expect(counting).toEqual([[expect.any(String), expect.stringContaining('USING COVERING INDEX inbox_due')]])
  const failing = plans.filter(([sql]) => sql.includes(`"state" = 'failed' and`))
  expect(failing).toHaveLength(4)
  for (const [, plan] of failing) expect(plan).toContain('USING INDEX inbox_failed')
})
