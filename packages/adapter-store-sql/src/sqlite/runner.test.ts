import { systemClock } from '@siagh-sync/sync-core'
import { expect, it } from 'vitest'
import { freshFile } from '../../test/fresh-file'
import { sqlStore } from '../sql-store'
import { createCondition } from './condition'
import { sqliteEngine } from './engine'
import { watchFiles } from './file-watch'
import { openDatabase } from './open-database'
import { createSqliteRunner } from './runner'
import { expectOk } from '../../../../test-support/results'

const key = { company: 'default', kind: 'identity', id: 'a' } as const

/** A store, and whether the latest commit waited for the disk. */
async function openStore() {
  const file = freshFile()
  const database = await openDatabase(file, 1_000)
  const condition = createCondition(file, watchFiles(file, { pageBytes: () => 0, logBytes: () => 0 }))
  const { runner, close } = createSqliteRunner(database, { clock: systemClock, busyTimeoutMs: 1_000, condition })
  const store = sqlStore(sqliteEngine(runner, close))
  return { store, synchronous: () => database.prepare('PRAGMA synchronous').get([]) }
}

it('does not wait for the disk when a lease is taken or given back', async () => {
  const { store, synchronous } = await openStore()
  const lease = expectOk(await store.leases.acquire(key, 1_000))
  expect(synchronous()).toMatchObject({ synchronous: 1 })
  const noted = await store.inbox.note({ key, event: 'insert', trigger: 'webhook', at: 0 })
  expect([noted.isOk(), synchronous()]).toMatchObject([true, { synchronous: 2 }])
  if (lease) expect((await store.leases.release(lease)).isOk()).toBe(true)
  expect(synchronous()).toMatchObject({ synchronous: 1 })
  expect(expectOk(await store.leases.acquire(key, 1_000))).not.toBeNull()
})

it('waits for the disk with notes, mappings, the journal and what a run came to', async () => {
  const { store, synchronous } = await openStore()
  const lease = expectOk(await store.leases.acquire(key, 1_000))
  if (!lease) throw new Error('nobody else has the lease')
  const draft = { key, state: 'intent', fingerprint: '', detail: {} } as const
  const line = { at: 0, key, attempt: 1, durationMs: 1, calls: [], warnings: [] }
  const writes = [
    () => store.inbox.note({ key, event: 'insert', trigger: 'webhook', at: 0 }),
    () => store.intend(lease, draft, 0),
    () => store.finish(lease, { journal: { ...line, trigger: 'webhook', outcome: 'created' }, keepLease: true }),
    () => store.finish(lease, { inbox: { do: 'settle', generation: 1, dueAt: 0 }, keepLease: true }),
  ]
  for (const write of writes) {
    expect((await store.leases.renew(lease, 1_000)).isOk()).toBe(true)
    expect(synchronous()).toMatchObject({ synchronous: 1 })
    expect((await write()).isOk()).toBe(true)
    expect(synchronous()).toMatchObject({ synchronous: 2 })
  }
})
