import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import type { Store } from '@siagh-sync/sync-core'
import { expect, it } from 'vitest'
import { firstTables } from '../src/migrations/0001-first-tables'
import { postgresTypes } from '../src/postgres/column-types'
import { postgresDialect } from '../src/postgres/dialect'
import { sqliteStore } from '../src/sqlite'
import { sqliteTypes } from '../src/sqlite/column-types'
import { sqliteDialect } from '../src/sqlite/dialect'
import { freshFile } from './fresh-file'
import { freshSchema, openFor, sharedPool } from './fresh-schema'
import { valueOf } from './value-of'

const hand = sharedPool()
const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const

/** What a process of the first version has left behind. */
const pending = `insert into inbox
  (company, kind, crm_id, generation, event, triggered_by, noted_at, latest_at, state, attempts, due_at)
  values ('acme', 'identity', 'p-1', 3, 'update', 'webhook', 1, 2, 'pending', 1, 1)`

/** A failure whose message has a code, one without, and one that no database reads as JSON. */
const failed = (details: Readonly<Record<string, string>>) =>
  Object.entries(details).map(
    ([id, json]) => `insert into inbox
  (company, kind, crm_id, generation, event, triggered_by, noted_at, latest_at, state, attempts, due_at, error_kind, error_message, error_details_json)
  values ('acme', 'invoice', '${id}', 1, 'update', 'webhook', 1, 2, 'failed', 1, 1, 'invalid_data', 'x', '${json}')`,
  )
const failures = failed({
  'i-1': '{"details":["یک"],"said":{"message":{"code":"name_missing","params":{"x":"said"}},"details":[]}}',
  'i-2': '["an older message"]',
  'i-3': '["with \\u0000 in it"]',
})

/** And a record that it has mapped. */
const mapped = `insert into mapping (company, kind, crm_id, target, state, code, fingerprint, detail_json, version, updated_at)
  values ('acme', 'identity', 'p-2', 'contact', 'linked', '7', '', '{}', 1, 1)`

async function expectUpgraded(store: Store): Promise<void> {
  expect(await valueOf(store.inbox.read(key))).toMatchObject({ key, generation: 3, state: 'pending', attempts: 1 })
  expect(await valueOf(store.inbox.failureReasons('acme'))).toMatchObject([
    { reason: 'invalid_data', error: 'invalid_data', records: 2 },
    { reason: 'name_missing', error: 'invalid_data', records: 1 },
  ])
  expect(await valueOf(store.origins.list())).toStrictEqual([{ company: 'acme', origin: null }])
  const lease = await valueOf(store.leases.acquire(key, 60_000))
  if (lease === null) throw new Error('somebody has the lease')
  expect(await valueOf(store.marks.get('acme', 'person'))).toBeNull()
  expect(await valueOf(store.marks.set(lease, 'person', 1_000))).toBe('set')
  expect(await valueOf(store.marks.get('acme', 'person'))).toBe(1_000)
}

it('brings a SQLite file of version 1 up to date and keeps what is in it', async () => {
  const file = freshFile()
  const database = new Database(file)
  for (const { sql } of firstTables(sqliteDialect.db, sqliteTypes)) database.exec(sql)
  database.exec('create table siagh_sync_version (version integer not null)')
  database.exec('insert into siagh_sync_version (version) values (1)')
  for (const statement of [pending, ...failures]) database.exec(statement)
  database.exec(mapped)
  database.close()

  const store = await sqliteStore({ file })
  await expectUpgraded(store)
  await valueOf(store.close())
})

it('opens what the engine of earlier releases has left behind: all of it still in the log', async () => {
  const file = freshFile()
  for (const part of ['store.db', 'store.db-wal']) {
    const zipped = readFileSync(new URL(`written-by-libsql/${part}.gz`, import.meta.url))
    writeFileSync(part === 'store.db' ? file : `${file}-wal`, gunzipSync(zipped))
  }
  const store = await sqliteStore({ file })
  expect(await valueOf(store.inbox.counts('acme'))).toEqual({ pending: 2, failed: 0, oldestPendingAt: 1_002 })
  expect(await valueOf(store.inbox.read(key))).toMatchObject({ state: 'settled', type: 'person', dueAt: 2_000 })
  expect(await valueOf(store.mappings.findByRecordId('acme', 'ab-1'))).toMatchObject({
    key,
    siagh: { code: '1000', recordId: 'AB-1' },
    detail: { note: 'سلام' },
  })
  expect(await valueOf(store.marks.get('acme', 'person'))).toBe(1_766_300_000_123)
  expect((await valueOf(store.journal.list('acme', {}, { limit: 10 }))).items).toMatchObject([{ outcome: 'created' }])
  expect(await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 3_000 }))).toEqual({
    generation: 2,
  })
  await valueOf(store.close())
})

it('brings a PostgreSQL schema of version 1 up to date and keeps what is in it', async () => {
  const schema = freshSchema(hand)
  const statements = firstTables(postgresDialect(schema).db, postgresTypes).map(({ sql }) => sql)
  await hand.query(
    [
      `create schema ${schema}`,
      ...statements,
      `create table ${schema}.siagh_sync_version (version integer not null)`,
      `insert into ${schema}.siagh_sync_version (version) values (1)`,
      ...[pending, ...failures].map((statement) => statement.replace('inbox', `${schema}.inbox`)),
      mapped.replace('mapping', `${schema}.mapping`),
    ].join(';'),
  )
  await expectUpgraded(await openFor(hand, schema))
})
