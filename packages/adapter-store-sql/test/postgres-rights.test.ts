import { expect, it, onTestFinished } from 'vitest'
import { freshSchema, openFor, openPool, sharedPool } from './fresh-schema'
import { valueOf } from './value-of'

const hand = sharedPool()
const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const

/** A role that may do nothing yet, and a pool that works as it. */
async function openRole() {
  const schema = freshSchema(hand)
  const role = `role_${schema}`
  await hand.query(`create role ${role} nologin`)
  onTestFinished(async () => {
    await hand.query(`drop owned by ${role} cascade`)
    await hand.query(`drop role ${role}`)
  })
  const pool = openPool()
  pool.on('connect', (client) => void client.query(`set role ${role}`))
  onTestFinished(() => pool.end())
  return { schema, role, pool }
}

it('says what to grant to a role that may create nothing', async () => {
  const { schema, pool } = await openRole()
  await expect(openFor(pool, schema)).rejects.toThrow(
    /^PostgreSQL cannot be used: permission denied for database .*; let a role that may do so create the schema/,
  )
})

it('creates its tables in a schema that is there, without the right to create schemas', async () => {
  const { schema, role, pool } = await openRole()
  await hand.query(`create schema ${schema}`)
  await hand.query(`grant usage, create on schema ${schema} to ${role}`)
  const store = await openFor(pool, schema)
  expect(await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 }))).toEqual({
    generation: 1,
  })
})

it('works with no more than the rights to read and write rows, where the tables are up to date', async () => {
  const { schema, role, pool } = await openRole()
  await openFor(hand, schema)
  await hand.query(`grant usage on schema ${schema} to ${role}`)
  await hand.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`)
  const store = await openFor(pool, schema)
  await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 }))
  const lease = await valueOf(store.leases.acquire(key, 60_000))
  if (lease === null) throw new Error('somebody has the lease')
  const entry = { at: 1, key, trigger: 'webhook', attempt: 1, durationMs: 1, calls: [], warnings: [] } as const
  await valueOf(store.finish(lease, { journal: entry, keepLease: true }))
  expect(await valueOf(store.marks.set(lease, 'person', 1))).toBe('set')
  const inbox = { do: 'settle', generation: 1, dueAt: 2 } as const
  expect(await valueOf(store.finish(lease, { inbox }))).toMatchObject({ inbox: 'settled' })
  expect(await valueOf(store.inbox.purge('acme', 3, 10))).toBe(1)
  expect(await valueOf(store.journal.purge('acme', 3, 10))).toBe(1)
})
