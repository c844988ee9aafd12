import type { Lease, RecordKey, RunEnd, Store } from '@siagh-sync/sync-core'
import { beforeAll, expect, it } from 'vitest'
import { migrations } from '../src/migrations'
import { freshSchema, openFor, sharedPool } from './fresh-schema'
import { valueOf } from './value-of'

/** Long enough for a question to be under way before the lease runs out, also on a busy machine. */
const LEASE_MS = 1_500
const LONG_MS = 15_000

const one = sharedPool()
const two = sharedPool()
/** Somebody who writes by hand. */
const hand = sharedPool()

/** Two processes on one schema. */
async function openTwo() {
  const schema = freshSchema(hand)
  const open = (pool: typeof one) => openFor(pool, schema)
  return { schema, stores: [await open(one), await open(two)] as const }
}

const keyOf = (id: string): RecordKey => ({ company: 'acme', kind: 'identity', id })
const noteOf = (id: string) => ({ key: keyOf(id), event: 'update', trigger: 'webhook', at: 1_000 }) as const
const draftOf = (id: string, code: string) =>
  ({ key: keyOf(id), state: 'linked', siagh: { code, recordId: `R-${code}` }, fingerprint: 'f', detail: {} }) as const

const inbox = { do: 'settle', generation: 1, dueAt: 9_000 } as const
const endOf = (store: Store, lease: Lease, end: RunEnd) => store.finish(lease, end).map(({ status }) => status)

async function hold({ leases }: Store, id: string): Promise<Lease> {
  const lease = await valueOf(leases.acquire(keyOf(id), 60_000))
  if (lease === null) throw new Error(`somebody holds ${id}`)
  return lease
}

/** Resolves when so many statements on the schema wait for somebody's lock. */
async function someoneWaits(schema: string, howMany = 1): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rowCount } = await hand.query(
          `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%' || $1 || '%'`,
          [schema],
        )
        return rowCount
      },
      { timeout: LONG_MS },
    )
    .toBe(howMany)
}

/** Resolves when the only lease of the schema has run out by the server's clock. */
async function leaseRunsOut(schema: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await hand.query<{ over: boolean }>(
          `select expires_at < extract(epoch from clock_timestamp()) * 1000 as over from ${schema}.lease`,
        )
        return rows
      },
      { timeout: LONG_MS },
    )
    .toEqual([{ over: true }])
}

beforeAll(async () => {
  // A pool opens its connections one by one: a race wants them there.
  for (const pool of [one, two]) await Promise.all(Array.from({ length: 4 }, () => pool.query('select 1')))
})

it('migrates once when four processes start together', async () => {
  const schema = freshSchema(hand)
  const pools = [one, two, one, two]
  await Promise.all(pools.map((pool) => openFor(pool, schema)))
  const { rows } = await hand.query(`select version from ${schema}.siagh_sync_version`)
  expect(rows).toEqual([{ version: migrations.length }])
})

it('gives a lease to one of two processes, every time', async () => {
  const { stores } = await openTwo()
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all(
      [...stores, ...stores].map(({ leases }) => valueOf(leases.acquire(keyOf(`p-${round}`), 60_000))),
    )
    expect(answers.filter((lease) => lease !== null)).toHaveLength(1)
  }
})

it('gives a code to one of two processes, and tells the other whose it is', async () => {
  const { stores } = await openTwo()
  for (let round = 0; round < 20; round += 1) {
    const saves = await Promise.all(
      stores.map(async (store, side) => {
        const id = `p-${round}-${side}`
        return valueOf(store.intend(await hold(store, id), draftOf(id, `${round}`), 0))
      }),
    )
    const winner = saves.findIndex(({ status }) => status === 'saved')
    expect(saves[1 - winner]).toEqual({ status: 'taken', by: keyOf(`p-${round}-${winner}`) })
  }
})

it('names a rival that commits while the save is at work', async () => {
  const { schema, stores } = await openTwo()
  const lease = await hold(stores[0], 'p-1')
  const rival = await hand.connect()
  await rival.query('begin')
  await rival.query(
    `insert into ${schema}.mapping (company, kind, crm_id, target, state, code, fingerprint, detail_json, version, updated_at)
     values ('acme', 'identity', 'p-2', 'contact', 'linked', '7', '', '{}', 1, 1)`,
  )
  const save = valueOf(stores[0].intend(lease, draftOf('p-1', '7'), 0))
  await someoneWaits(schema)
  await rival.query('commit')
  rival.release()
  expect(await save).toEqual({ status: 'taken', by: keyOf('p-2') })
})

it.each([
  ['settle', (store: Store, lease: Lease) => endOf(store, lease, { inbox })],
  ['save', (store: Store, lease: Lease) => store.intend(lease, draftOf('p-1', '1'), 0).map((end) => end.status)],
  ['remove', (store: Store, lease: Lease) => endOf(store, lease, { mapping: { draft: null, expectedVersion: 1 } })],
  [
    'all of an end',
    (store: Store, lease: Lease) =>
      endOf(store, lease, { inbox, mapping: { draft: draftOf('p-1', '1'), expectedVersion: 0 } }),
  ],
] as const)('refuses %s under a lease that is taken over while it waits', async (_name, write) => {
  const { schema, stores } = await openTwo()
  await valueOf(stores[0].inbox.note(noteOf('p-1')))
  const lease = await hold(stores[0], 'p-1')
  const successor = await hand.connect()
  await successor.query('begin')
  await successor.query(`update ${schema}.lease set token = 'successor'`)
  const written = valueOf(write(stores[0], lease))
  await someoneWaits(schema)
  await successor.query('commit')
  successor.release()
  expect(await written).toBe('lease_lost')
  expect(await valueOf(stores[0].inbox.read(lease.key))).toMatchObject({ state: 'pending' })
  expect(await valueOf(stores[0].mappings.get(lease.key))).toBeNull()
})

it('keeps a lease from being taken over between the question for it and the commit', async () => {
  const { schema, stores } = await openTwo()
  await valueOf(stores[0].inbox.note(noteOf('p-1')))
  const lease = await valueOf(stores[0].leases.acquire(keyOf('p-1'), LEASE_MS))
  if (lease === null) throw new Error('somebody holds p-1')
  const slow = await hand.connect()
  await slow.query('begin')
  await slow.query(`select 1 from ${schema}.inbox for update`)
  // Holds the lease's row and waits for the entry, until after the lease has run out.
  const settled = valueOf(endOf(stores[0], lease, { inbox }))
  await someoneWaits(schema)
  await leaseRunsOut(schema)
  const takeover = valueOf(stores[1].leases.acquire(keyOf('p-1'), 60_000))
  await someoneWaits(schema, 2)
  await slow.query('commit')
  slow.release()
  expect(await settled).toBe('finished')
  expect(await takeover).toMatchObject({ key: keyOf('p-1') })
})

it('begins with what was finished under a lease that ran out while it was waited for', async () => {
  const { schema, stores } = await openTwo()
  await valueOf(stores[0].inbox.note(noteOf('p-1')))
  const begun = await valueOf(stores[0].begin(keyOf('p-1'), LEASE_MS))
  if (begun === null) throw new Error('somebody holds p-1')
  const slow = await hand.connect()
  await slow.query('begin')
  await slow.query(`select 1 from ${schema}.inbox for update`)
  const mapping = { draft: draftOf('p-1', '1'), expectedVersion: 0 }
  const finished = valueOf(stores[0].finish(begun.lease, { mapping, inbox }))
  await someoneWaits(schema)
  await leaseRunsOut(schema)
  // It sees the lease that has run out, and waits for its row.
  const next = valueOf(stores[1].begin(keyOf('p-1'), 60_000))
  await someoneWaits(schema, 2)
  await slow.query('commit')
  slow.release()
  expect(await finished).toMatchObject({ status: 'finished', inbox: 'settled' })
  expect(await next).toMatchObject({ entry: { state: 'settled' }, mapping: { state: 'linked', version: 1 } })
})

it('counts every note of two processes on the same records, in whichever order they come', async () => {
  const { stores } = await openTwo()
  const ids = Array.from({ length: 20 }, (_, i) => `p-${i}`)
  const noteAll = async (store: Store, order: readonly string[]) => {
    for (let round = 0; round < 10; round += 1)
      await Promise.all(order.map((id) => valueOf(store.inbox.note(noteOf(id)))))
  }
  await Promise.all([noteAll(stores[0], ids), noteAll(stores[1], ids.toReversed())])
  const entries = await Promise.all(ids.map((id) => valueOf(stores[0].inbox.read(keyOf(id)))))
  expect(entries.map((entry) => entry?.generation)).toEqual(ids.map(() => 20))
})

it('purges in two processes at once, each row once, and does not wait for a row that somebody writes', async () => {
  const { schema, stores } = await openTwo()
  await hand.query(
    `insert into ${schema}.inbox (company, kind, crm_id, generation, event, triggered_by, noted_at, latest_at, state, attempts, due_at)
     select 'acme', 'identity', 'p-' || n, 1, 'update', 'webhook', n, n, 'settled', 0, n from generate_series(1, 400) as n`,
  )
  await hand.query(
    `insert into ${schema}.journal (company, kind, crm_id, at, triggered_by, attempt, duration_ms, calls_json, warnings_json)
     select 'acme', 'identity', 'p-' || n, n, 'webhook', 1, 1, '[]', '[]' from generate_series(1, 400) as n`,
  )
  const writer = await hand.connect()
  await writer.query('begin')
  await writer.query(`select 1 from ${schema}.inbox where crm_id = 'p-1' for update`)
  const purgeAll = async ({ inbox, journal }: Store) => {
    let gone = 0
    for (let round = 0; round < 10; round += 1) {
      gone += await valueOf(inbox.purge('acme', 1_000, 50))
      gone += await valueOf(journal.purge('acme', 1_000, 50))
    }
    return gone
  }
  const gone = await Promise.all(stores.map(purgeAll))
  await writer.query('commit')
  writer.release()
  expect(gone.reduce((sum, each) => sum + each)).toBe(799)
  const { rows } = await hand.query(`select crm_id from ${schema}.inbox union all select crm_id from ${schema}.journal`)
  expect(rows).toEqual([{ crm_id: 'p-1' }])
})
