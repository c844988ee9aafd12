import { openSync, readFileSync, statSync, writeFileSync, writeSync, closeSync } from 'node:fs'
import type { Store } from '@siagh-sync/sync-core'
import Database from 'better-sqlite3'
import type { ResultAsync } from 'neverthrow'
import { expect, it, onTestFinished, vi } from 'vitest'
import { sqliteStore } from '../src/sqlite'
import { quickCheckInThread } from '../src/sqlite/quick-check'
import { freshFile } from './fresh-file'
import { valueOf } from './value-of'

const note = (store: Store, index: number) =>
  store.inbox.note({
    key: { company: 'acme', kind: 'identity', id: `p-${index}` },
    event: 'update',
    trigger: 'webhook',
    at: index,
  })

async function filledFile(notes = 500): Promise<string> {
  const file = freshFile()
  const store = await sqliteStore({ file })
  await Promise.all(Array.from({ length: notes }, (_, index) => valueOf(note(store, index))))
  await valueOf(store.close())
  return file
}

/** Overwrites every page but the first. */
function spoil(file: string): void {
  const handle = openSync(file, 'r+')
  for (let at = 4_096; at < statSync(file).size; at += 4_096) writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at)
  closeSync(handle)
}

it('refuses a damaged file at the start, and says how to restore', async () => {
  const file = await filledFile()
  spoil(file)
  await expect(sqliteStore({ file })).rejects.toThrow(
    /store\.db is damaged \(.*\); nothing is read from it or written to it: keep it, put a backup in its place with `siagh-sync restore`/,
  )
})

it('reads a large file in a thread of its own, which can be stopped', async () => {
  const file = await filledFile()
  const database = new Database(file)
  database.exec('CREATE TABLE filler (content BLOB)')
  database.exec('INSERT INTO filler VALUES (zeroblob(9000000))')
  database.close()
  const store = await sqliteStore({ file })
  const { complaint, stop } = quickCheckInThread(file)
  await stop()
  expect(await complaint).toBeUndefined()
  await valueOf(store.close())
  spoil(file)
  await expect(sqliteStore({ file })).rejects.toThrow('store.db is damaged')
})

it('finds damage that comes while it runs, and takes nothing any more', async () => {
  const file = await filledFile()
  vi.useFakeTimers({ toFake: ['setInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const told: string[] = []
  const logger = { debug() {}, info() {}, warn() {}, error: (_: unknown, message: string) => void told.push(message) }
  const store = await sqliteStore({ file, logger })
  spoil(file)
  vi.advanceTimersByTime(600_000)
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 20_000 })
  const refusal = { error: { kind: 'store_unavailable', message: expect.stringContaining('siagh-sync restore') } }
  expect(await note(store, 1)).toMatchObject(refusal)
  expect(await store.inbox.counts('acme')).toMatchObject(refusal)
})

it('either works or refuses with a sentence, whichever bytes are wrong', { timeout: 120_000 }, async () => {
  const sound = readFileSync(await filledFile())
  let seed = 7
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 60; round += 1) {
    const file = freshFile()
    const bytes = Buffer.from(sound)
    for (let flip = 0; flip < 20; flip += 1) bytes.writeUInt8(random(256), random(bytes.length))
    writeFileSync(file, bytes)
    let store: Store
    try {
      store = await sqliteStore({ file })
    } catch (cause) {
      expect(String(cause)).toMatch(/^Error: .*store\.db (is damaged|cannot be used|was written by a newer)/)
      continue
    }
    await settleAll(store)
    await valueOf(store.close())
  }
})

/** Its value, or `undefined` for what a store may refuse. Nothing may throw. */
const valueOrRefusal = <T>(call: ResultAsync<T, { readonly kind: string }>): Promise<T | undefined> =>
  call.match(
    (value) => value,
    ({ kind }) => {
      expect(kind).toBe('store_unavailable')
      return undefined
    },
  )

/** As a worker does: asks what is due and settles it. */
async function settleAll(store: Store): Promise<void> {
  await valueOrRefusal(store.inbox.counts('acme'))
  await valueOrRefusal(note(store, 1_000))
  const due = await valueOrRefusal(store.inbox.due('acme', 10_000, { limit: 1_000 }))
  for (const key of due?.items ?? []) {
    await valueOrRefusal(store.inbox.read(key))
    await valueOrRefusal(store.mappings.get(key))
    const lease = await valueOrRefusal(store.leases.acquire(key, 1_000))
    if (lease) await valueOrRefusal(store.finish(lease, { inbox: { do: 'settle', generation: 1, dueAt: 0 } }))
  }
}

it('answers store_unavailable for a row that holds nonsense, and rejects nothing', async () => {
  const file = await filledFile(1)
  const store = await sqliteStore({ file })
  const key = { company: 'acme', kind: 'identity', id: 'p-0' } as const
  const lease = await valueOf(store.leases.acquire(key, 60_000))
  if (lease === null) throw new Error('somebody has the lease')
  const siagh = { code: '7', recordId: 'AB' }
  await valueOf(store.intend(lease, { key, state: 'linked', siagh, fingerprint: '', detail: {} }, 0))
  const line = { at: 1, key, trigger: 'webhook', attempt: 1, durationMs: 1, calls: [], warnings: [] } as const
  await valueOf(store.finish(lease, { journal: line, keepLease: true }))
  const database = new Database(file)
  database.exec(`UPDATE mapping SET detail_json = '{'; UPDATE journal SET calls_json = '{'`)
  database.exec(`UPDATE inbox SET state = 'failed', error_kind = 'rejected', error_details_json = '{'`)
  database.close()
  const page = { limit: 10 }
  const reads: readonly ResultAsync<unknown, { readonly kind: string }>[] = [
    store.mappings.get(key),
    store.mappings.findByCode('acme', 'contact', '7'),
    store.mappings.findByRecordId('acme', 'ab'),
    store.mappings.list('acme', {}, page),
    store.inbox.read(key),
    store.inbox.failures('acme', {}, page),
    store.journal.list('acme', {}, page),
  ]
  for (const read of reads) expect(await read).toMatchObject({ error: { kind: 'store_unavailable' } })
  await valueOf(store.close())
})

const versions: Readonly<Record<string, readonly [string, string]>> = {
  'is negative': ['UPDATE siagh_sync_version SET version = -1', 'holds [-1]'],
  'is nought': ['UPDATE siagh_sync_version SET version = 0', 'holds [0]'],
  'is text': [`UPDATE siagh_sync_version SET version = 'two'`, 'holds ["two"]'],
  'is a fraction': ['UPDATE siagh_sync_version SET version = 1.5', 'holds [1.5]'],
  'is there twice': ['INSERT INTO siagh_sync_version VALUES (1)', 'version table holds ['],
  'is not there': ['DELETE FROM siagh_sync_version', 'holds []'],
  'has no table': ['DROP TABLE siagh_sync_version', 'its version table is missing'],
  'is NULL': [
    'DROP TABLE siagh_sync_version; CREATE TABLE siagh_sync_version (version); INSERT INTO siagh_sync_version VALUES (NULL)',
    'holds [null]',
  ],
  'has another column': [
    'DROP TABLE siagh_sync_version; CREATE TABLE siagh_sync_version (number INTEGER)',
    'its version table has no column `version`',
  ],
  'promises a table that is missing': ['DROP TABLE mark', 'but mark is missing'],
  'promises an index that is missing': ['DROP INDEX mapping_code', 'but mapping_code is missing'],
}

it.each(Object.entries(versions))(
  'refuses a file whose version %s, and leaves it as it is',
  async (_name, [sql, sentence]) => {
    const file = await filledFile(3)
    const database = new Database(file)
    database.exec(sql)
    database.pragma('wal_checkpoint(TRUNCATE)')
    database.close()
    const before = readFileSync(file)
    await expect(sqliteStore({ file })).rejects.toThrow(sentence)
    await expect(sqliteStore({ file })).rejects.toThrow('siagh-sync restore')
    expect(readFileSync(file).equals(before)).toBe(true)
  },
)

it('refuses the database of another program, and leaves it as it is', async () => {
  const file = freshFile()
  const database = new Database(file)
  database.exec('CREATE TABLE customer (name TEXT)')
  database.close()
  const before = readFileSync(file)
  await expect(sqliteStore({ file })).rejects.toThrow('is the database of another program')
  expect(readFileSync(file).equals(before)).toBe(true)
})
