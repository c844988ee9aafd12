import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import type { Store } from '@siagh-sync/sync-core'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { sqliteStore } from '../src/sqlite'
import { freshFile } from './fresh-file'
import { valueOf } from './value-of'

const keyOf = (index: number) => ({ company: 'acme', kind: 'identity', id: `p-${index}` }) as const
const note = (store: Store, index: number) =>
  store.inbox.note({ key: keyOf(index), event: 'update', trigger: 'webhook', at: index })

/** A store with some notes in its file, opened once more, and what it logged. */
async function openFilled() {
  const file = freshFile()
  const first = await sqliteStore({ file })
  for (let index = 0; index < 200; index += 1) await valueOf(note(first, index))
  await valueOf(first.close())
  const told: string[] = []
  const logger = { debug() {}, info() {}, warn() {}, error: (_: unknown, message: string) => void told.push(message) }
  const store = await sqliteStore({ file, logger })
  await valueOf(note(store, 200))
  return { file, store, told }
}

const changes: Readonly<Record<string, readonly [(file: string) => void, string]>> = {
  deleted: [(file) => rmSync(file), 'was deleted while it was in use'],
  'replaced by a copy': [
    (file) => {
      copyFileSync(file, `${file}.copy`)
      renameSync(`${file}.copy`, file)
    },
    'was replaced by another file',
  ],
  'moved away': [(file) => renameSync(file, `${file}.moved`), 'was deleted while it was in use'],
  'cut to nothing': [(file) => truncateSync(file), 'was cut to 0 bytes'],
  'cut in the middle': [(file) => truncateSync(file, 8_192), 'was cut to 8192 bytes'],
  'robbed of what its log holds': [(file) => truncateSync(`${file}-wal`), '-wal was cut while it was in use'],
  'robbed of the end of its log': [
    (file) => truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - 1),
    '-wal was cut while it was in use',
  ],
  'robbed of its log': [(file) => rmSync(`${file}-wal`), '-wal was deleted'],
  'robbed of the index of its log': [(file) => rmSync(`${file}-shm`), '-shm was deleted'],
}

// Windows lets nobody do any of this to an open file.
it.each(Object.entries(changes))('acknowledges nothing after its file was %s', async (_name, [change, sentence]) => {
  const { file, store, told } = await openFilled()
  change(file)
  for (const index of [201, 202]) {
    expect(await note(store, index)).toMatchObject({
      error: { kind: 'store_unavailable', message: expect.stringContaining(sentence) },
    })
  }
  expect(await store.inbox.counts('acme')).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect(told).toEqual([expect.stringContaining(sentence)])
})

it('notices it without a write, when somebody asks how the store is', async () => {
  const { file, store } = await openFilled()
  rmSync(file)
  await expect.poll(async () => (await store.inbox.counts('acme')).isErr(), { timeout: 20_000 }).toBe(true)
})

it('does not mind that other processes empty the log and write to it', async () => {
  const { file, store, told } = await openFilled()
  const other = new Database(file)
  for (let round = 0; round < 20; round += 1) {
    for (let index = 0; index < 20; index += 1) await valueOf(note(store, index))
    other.pragma('wal_checkpoint(TRUNCATE)')
    expect(statSync(`${file}-wal`).size).toBe(0)
    await valueOf(note(store, round))
    other.exec("UPDATE inbox SET attempts = attempts WHERE crm_id = 'p-1'")
    if (round % 2 === 1) other.pragma('wal_checkpoint(RESTART)')
  }
  other.close()
  expect(told).toEqual([])
  await valueOf(store.close())
})

it('leaves one complete file behind, of which a copy has everything', async () => {
  const { file, store } = await openFilled()
  const lease = await valueOf(store.leases.acquire(keyOf(1), 60_000))
  if (lease === null) throw new Error('somebody has the lease')
  await valueOf(
    store.intend(lease, { key: keyOf(1), state: 'linked', siagh: { code: '7' }, fingerprint: 'f', detail: {} }, 0),
  )
  await valueOf(store.close())
  expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([false, false])
  const copy = freshFile()
  writeFileSync(copy, readFileSync(file))
  const copied = await sqliteStore({ file: copy })
  expect(await valueOf(copied.inbox.counts('acme'))).toMatchObject({ pending: 201 })
  expect(await valueOf(copied.mappings.findByCode('acme', 'contact', '7'))).toMatchObject({ key: keyOf(1) })
  await valueOf(copied.close())
})

it('leaves the file complete for whoever closes it last', async () => {
  const { file, store } = await openFilled()
  const other = await sqliteStore({ file })
  await valueOf(note(other, 300))
  await valueOf(store.close())
  await valueOf(note(other, 301))
  await valueOf(other.close())
  expect(existsSync(`${file}-wal`)).toBe(false)
  const again = await sqliteStore({ file })
  expect(await valueOf(again.inbox.counts('acme'))).toMatchObject({ pending: 203 })
  await valueOf(again.close())
})

it('goes on after somebody has packed the file', async () => {
  const { file, store } = await openFilled()
  await valueOf(store.inbox.purge('acme', Number.MAX_SAFE_INTEGER, 1_000))
  const other = new Database(file)
  other.exec('DELETE FROM inbox WHERE noted_at < 190')
  other.exec('VACUUM')
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  await valueOf(note(store, 400))
  expect(await valueOf(store.inbox.counts('acme'))).toMatchObject({ pending: 12 })
  await valueOf(store.close())
})
