import { createServer, type AddressInfo } from 'node:net'
import type { RecordKey, Store } from '@siagh-sync/sync-core'
import { expect, it, onTestFinished } from 'vitest'
import { freshSchema, openFor, openPool, sharedPool } from './fresh-schema'
import { valueOf } from './value-of'

const hand = sharedPool()
const key: RecordKey = { company: 'acme', kind: 'identity', id: 'p-1' }
const note = { key, event: 'update', trigger: 'webhook', at: 1_000 } as const
const unavailable = { error: { kind: 'store_unavailable', retryable: true } }

/** A store with connections that a test may break. */
async function openOwn(options: { readonly timeoutMs?: number } = {}, max = 2) {
  const schema = freshSchema(hand)
  const pool = openPool({ max, application_name: schema })
  onTestFinished(() => pool.end())
  const store = await openFor(pool, schema, options)
  const killAll = () =>
    hand.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [schema])
  return { schema, pool, store, killAll }
}

/** Makes every statement that writes to the inbox wait. */
async function blockInbox(schema: string) {
  const client = await hand.connect()
  await client.query('begin')
  await client.query(`lock table ${schema}.inbox in exclusive mode`)
  return async () => {
    await client.query('rollback')
    client.release()
  }
}

const notesUntilOk = (store: Store) =>
  expect.poll(async () => (await store.inbox.note(note)).isOk(), { timeout: 5_000 }).toBe(true)

it('heals by itself when its idle connections are cut', async () => {
  const { store, killAll, pool } = await openOwn()
  await Promise.all([valueOf(store.inbox.counts('acme')), valueOf(store.inbox.counts('acme'))])
  await killAll()
  await expect.poll(() => pool.totalCount).toBe(0)
  expect(await valueOf(store.inbox.note(note))).toEqual({ generation: 1 })
})

it('answers store_unavailable to what is under way when the connection is cut, and heals', async () => {
  const { schema, store, killAll } = await openOwn()
  const unblock = await blockInbox(schema)
  const noted = store.inbox.note(note)
  await expect
    .poll(async () => (await hand.query('select 1 from pg_locks where not granted')).rowCount)
    .toBeGreaterThan(0)
  await killAll()
  expect(await noted).toMatchObject(unavailable)
  await unblock()
  await notesUntilOk(store)
})

it('gives up on a server that does not answer, and keeps no connection that stands in the middle of something', async () => {
  const { schema, store, pool } = await openOwn({ timeoutMs: 300 })
  const unblock = await blockInbox(schema)
  expect(await store.inbox.note(note)).toMatchObject({
    error: { kind: 'store_unavailable', message: 'store: PostgreSQL gave no answer within 300 ms' },
  })
  expect(pool.totalCount).toBe(0)
  await unblock()
  await notesUntilOk(store)
})

// One batch after the other they would take longer than this test may.
it('lets nobody wait for the timeouts of several batches', { timeout: 9_000 }, async () => {
  const { schema, store } = await openOwn({ timeoutMs: 500 })
  const unblock = await blockInbox(schema)
  const notes = await Promise.all(
    Array.from({ length: 2_000 }, (_, i) => store.inbox.note({ ...note, key: { ...key, id: `p-${i}` } })),
  )
  expect(notes.filter((noted) => noted.isErr())).toHaveLength(2_000)
  await unblock()
  await notesUntilOk(store)
})

it('gives up on a pool that has no connection to give, and gives back one that comes too late', async () => {
  const { store, pool } = await openOwn({ timeoutMs: 300 }, 1)
  const taken = await pool.connect()
  expect(await store.inbox.note(note)).toMatchObject({
    error: { kind: 'store_unavailable', message: 'store: the pool gave no connection within 300 ms' },
  })
  taken.release()
  await expect.poll(() => [pool.idleCount, pool.waitingCount]).toEqual([1, 0])
  await notesUntilOk(store)
})

it('answers store_unavailable once the pool has ended', async () => {
  const schema = freshSchema(hand)
  const pool = openPool()
  const store = await openFor(pool, schema)
  await pool.end()
  expect(await store.inbox.note(note)).toMatchObject(unavailable)
  expect(await store.mappings.get(key)).toMatchObject(unavailable)
})

it('leaves the pool as it was: open, and without its listeners', async () => {
  const { store, pool } = await openOwn()
  expect(pool.listenerCount('error')).toBe(1)
  await valueOf(store.close())
  expect(pool.listenerCount('error')).toBe(0)
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(await store.inbox.note(note)).toMatchObject({ error: { message: 'store: the store is closed' } })
})

it('leaves connections as it found them: waiting for the disk', async () => {
  const { store, pool } = await openOwn({}, 1)
  await valueOf(store.leases.acquire(key, 1_000))
  const { rows } = await pool.query('show synchronous_commit')
  expect(rows).toEqual([{ synchronous_commit: 'on' }])
})

it('rejects in one sentence when nobody listens there, and leaves no listener', async () => {
  const pool = openPool({ connectionString: 'postgresql://root@127.0.0.1:9/test' })
  await expect(openFor(pool, 'anything')).rejects.toThrow(
    /^PostgreSQL cannot be used: connect ECONNREFUSED 127\.0\.0\.1:9; see that the server runs/,
  )
  expect(pool.listenerCount('error')).toBe(0)
})

it('rejects in time when the server takes the connection and never answers', async () => {
  const server = createServer((socket) => void socket.on('error', () => {}))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const pool = openPool({ connectionString: `postgresql://root@127.0.0.1:${port}/test`, connectionTimeoutMillis: 500 })
  await expect(openFor(pool, 'anything', { timeoutMs: 200 })).rejects.toThrow(
    'the pool gave no connection within 200 ms',
  )
})

it('refuses a schema from a newer version and leaves it as it is', async () => {
  const { schema, pool } = await openOwn()
  await hand.query(`update ${schema}.siagh_sync_version set version = 99`)
  await expect(openFor(pool, schema)).rejects.toThrow(
    `the schema ${schema} was written by a newer version of siagh-sync (schema 99`,
  )
  expect((await hand.query(`select version from ${schema}.siagh_sync_version`)).rows).toEqual([{ version: 99 }])
})

it.each([
  ['is negative', 'update VERSION set version = -1', 'holds [{"version": -1}]'],
  ['is text', `alter table VERSION alter version type text using 'two'`, 'holds [{"version": "two"}]'],
  [
    'is null',
    'alter table VERSION alter version drop not null; update VERSION set version = null',
    '[{"version": null}]',
  ],
  ['is there twice', 'insert into VERSION values (1)', 'where it should hold one number'],
  ['is not there', 'delete from VERSION', 'holds [] where'],
  ['has another name', 'alter table VERSION rename version to number', 'where it should hold one number'],
  ['has no table', 'drop table VERSION', 'its version table is missing'],
  ['promises a table that is missing', 'drop table MARK', 'but mark is missing'],
  ['promises an index that is missing', 'drop index CODES', 'but mapping_code is missing'],
])('refuses a schema whose version %s', async (_name, statement, sentence) => {
  const { schema, pool } = await openOwn()
  await hand.query(
    statement
      .replaceAll('VERSION', `${schema}.siagh_sync_version`)
      .replace('MARK', `${schema}.mark`)
      .replace('CODES', `${schema}.mapping_code`),
  )
  await expect(openFor(pool, schema)).rejects.toThrow(`the schema ${schema} is damaged`)
  await expect(openFor(pool, schema)).rejects.toThrow(sentence)
})

it.each(['', 'pg_mine', 'x'.repeat(64), 'nul\0'])('refuses the schema name %j', async (schema) => {
  await expect(openFor(hand, schema)).rejects.toThrow('set `schema` to a name of at most 63 bytes')
})

it('takes any other schema name', async () => {
  const schema = `odd "name"; drop ${freshSchema(hand)}`
  const quoted = `"${schema.replaceAll('"', '""')}"`
  onTestFinished(async () => {
    await hand.query(`drop schema ${quoted} cascade`)
  })
  const store = await openFor(hand, schema)
  expect(await valueOf(store.inbox.note(note))).toEqual({ generation: 1 })
  expect((await hand.query(`select crm_id from ${quoted}.inbox`)).rows).toEqual([{ crm_id: 'p-1' }])
})
