import { randomBytes } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { postgresStore } from '../src/postgres'
import { askEverything } from './ask-everything'
import { freshSchema, openFor, sharedPool } from './fresh-schema'
import { recordingPool } from './recording-pool'
import { valueOf } from './value-of'

const hand = sharedPool()
const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const

/** Every statement that the port can make, but for those of opening. */
async function recordEverything(options: { readonly preparedStatements?: boolean } = {}) {
  const schema = freshSchema(hand)
  const { pool, statements } = recordingPool(hand)
  const store = await postgresStore({ pool, schema, ...options })
  const opening = statements.splice(0)
  await askEverything(store)
  await valueOf(store.close())
  return { schema, opening, statements }
}

it('leaves no state in a session, so that a pooler may lend it to somebody else after each transaction', async () => {
  const { opening, statements } = await recordEverything()
  const state =
    /\b(set|reset|listen|prepare|declare|discard)\b (?!"|state)|\btemp(orary)?\b|pg_advisory_lock|search_path/i
  expect(statements.length).toBeGreaterThan(40)
  for (const { text, name } of [...opening, ...statements]) {
    expect(name).toBeUndefined()
    expect(text).not.toMatch(state)
    // The setting of `set_config` ends with the transaction.
    for (const [, isLocal] of text.matchAll(/set_config\([^,]*,[^,]*, (\w+)\)/g)) expect(isLocal).toBe('true')
  }
})

it('makes one round trip of every call', async () => {
  const { statements } = await recordEverything()
  expect(statements.filter(({ text }) => /^\s*(begin|commit|rollback)/i.test(text))).toEqual([])
})

it('does not wait for the disk with leases and purges, and with nothing else', async () => {
  const { statements } = await recordEverything()
  const texts = [...new Set(statements.map(({ text }) => text))]
  const unsynced = texts.filter((text) => text.includes('synchronous_commit'))
  expect(unsynced).toHaveLength(6)
  for (const text of unsynced)
    expect(text).toMatch(
      /^(insert into "\w+"\."lease"|update "\w+"\."lease"|delete from "\w+"\."lease"|with "old"|with taken)/,
    )
})

it('names the schema with every table', async () => {
  const { schema, statements } = await recordEverything()
  for (const { text } of statements) {
    const tables = [...text.matchAll(/\b(?:from|into|join|update) (?!set )("\w+"(?:\."\w+")?)/g)].map(
      ([, table]) => table,
    )
    const foreign = tables.filter((table) => !table?.startsWith(`"${schema}".`))
    expect(foreign.filter((table) => !/^"(held|changed|present|rival|saved|removed|old)"$/.test(table ?? ''))).toEqual(
      [],
    )
  }
})

it('gives each statement a name of its own, if it may', async () => {
  const { statements } = await recordEverything({ preparedStatements: true })
  const names = new Map(statements.map(({ text, name }) => [text, name]))
  expect(new Set(names.values()).size).toBe(names.size)
  for (const name of names.values()) expect(name).toMatch(/^siagh_sync_[0-9a-f]{32}$/)
})

it('works with prepared statements, time and again on one connection', async () => {
  const store = await openFor(hand, freshSchema(hand), { preparedStatements: true })
  for (let round = 1; round <= 10; round += 1)
    expect(await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 1 }))).toEqual({
      generation: round,
    })
})

it('writes notes that arrive together in one statement, of whichever number', async () => {
  const { pool, statements } = recordingPool(hand)
  const store = await postgresStore({ pool, schema: freshSchema(hand) })
  statements.length = 0
  const noteAll = (ids: readonly string[]) =>
    Promise.all(
      ids.map((id) => valueOf(store.inbox.note({ key: { ...key, id }, event: 'update', trigger: 'webhook', at: 1 }))),
    )
  const generations = await noteAll(Array.from({ length: 100 }, (_, i) => `p-${i % 50}`))
  expect(generations.map(({ generation }) => generation)).toEqual(
    Array.from({ length: 100 }, (_, i) => (i < 50 ? 1 : 2)),
  )
  expect(statements).toHaveLength(1)
  await noteAll(['p-1', 'p-2', 'p-3'])
  expect(new Set(statements.map(({ text }) => text)).size).toBe(1)
  await valueOf(store.close())
})

it('does not let a note that PostgreSQL cannot keep fail its neighbours', async () => {
  const store = await openFor(hand, freshSchema(hand))
  const ids = ['p-1', 'p-2', 'nul\0', 'p-3', randomBytes(10_000).toString('hex'), 'p-4']
  const notes = await Promise.all(
    ids.map((id) => store.inbox.note({ key: { ...key, id }, event: 'update', trigger: 'webhook', at: 1 })),
  )
  expect(notes.map((note) => note.isOk())).toEqual([true, true, false, true, false, true])
  expect(notes[2]).toMatchObject({ error: { kind: 'store_unavailable' } })
})

it('invents no generation for an id that is no text, and does not let it fail its neighbours', async () => {
  const store = await openFor(hand, freshSchema(hand))
  const ids = ['p-1', '\ud800', 'p-2', '\ud801', 'p-3']
  const notes = await Promise.all(
    ids.map((id) => store.inbox.note({ key: { ...key, id }, event: 'update', trigger: 'webhook', at: 1 })),
  )
  expect(notes.map((note) => note.isOk())).toEqual([true, false, true, false, true])
  expect(notes[1]).toMatchObject({ error: { kind: 'store_unavailable' } })
})

it('takes the time of a lease from the server, whatever the clock of the process says', async () => {
  const store = await openFor(hand, freshSchema(hand))
  const serverNow = async () => {
    const { rows } = await hand.query<{ now: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
    )
    return rows[0]?.now ?? NaN
  }
  const HOUR = 3_600_000
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  try {
    const before = await serverNow()
    const lease = await valueOf(store.leases.acquire(key, HOUR))
    if (lease === null) throw new Error('nobody else has the lease')
    expect(lease.expiresAt).toBeGreaterThanOrEqual(Math.floor(before + HOUR))
    expect(lease.expiresAt).toBeLessThanOrEqual((await serverNow()) + HOUR)
    vi.setSystemTime(before + 1_000 * HOUR)
    expect(await valueOf(store.leases.acquire(key, HOUR))).toBeNull()
    expect(await valueOf(store.leases.renew(lease, 2 * HOUR))).toMatchObject({ token: lease.token })
    const inbox = { do: 'settle', generation: 1, dueAt: 1 } as const
    expect(await valueOf(store.finish(lease, { inbox }))).toEqual({ status: 'finished' })
  } finally {
    vi.useRealTimers()
  }
})
