import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { firstTables } from '../src/migrations/0001-first-tables'
import { sqliteStore } from '../src/sqlite'
import { sqliteTypes } from '../src/sqlite/column-types'
import { sqliteDialect } from '../src/sqlite/dialect'
import { programOf } from '../../../test-support/program-of'
import { freshFile } from './fresh-file'
import { valueOf } from './value-of'

const LONG_MS = 120_000
const LOCK_HOLDER = await programOf(new URL('lock-holder.ts', import.meta.url))
const note = {
  key: { company: 'acme', kind: 'identity', id: 'p-1' },
  event: 'update',
  trigger: 'webhook',
  at: 1,
} as const

/** A second process that has the write lock of the file until it is let go. */
async function holdLock(file: string) {
  const child = spawn(process.execPath, [LOCK_HOLDER, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return {
    async letGo() {
      child.stdin.end()
      await once(child, 'close')
    },
  }
}

/** Resolves after the event loop has gone round many times. Would not, were this process to wait inside SQLite. */
async function goRound(): Promise<void> {
  for (let round = 0; round < 100; round += 1) await setTimeout(1)
}

it(
  'goes on with everything else while another process holds the lock, and writes when it is free',
  { timeout: LONG_MS },
  async () => {
    const file = freshFile()
    const store = await sqliteStore({ file, busyTimeoutMs: LONG_MS })
    const { letGo } = await holdLock(file)
    let answered = 0
    const notes = Array.from({ length: 5 }, async () => {
      await valueOf(store.inbox.note(note))
      answered += 1
    })
    await goRound()
    expect(await valueOf(store.inbox.counts('acme'))).toEqual({ pending: 0, failed: 0 })
    expect(answered).toBe(0)
    await letGo()
    await Promise.all(notes)
    expect(await valueOf(store.inbox.read(note.key))).toMatchObject({ generation: 5 })
    await valueOf(store.close())
  },
)

it(
  'says no after a while, also to who asks whether it is ready, and works again when the lock is free',
  { timeout: LONG_MS },
  async () => {
    const file = freshFile()
    const store = await sqliteStore({ file, busyTimeoutMs: 50 })
    const { letGo } = await holdLock(file)
    expect(await store.inbox.note(note)).toMatchObject({
      error: { kind: 'store_unavailable', message: 'store: database is locked' },
    })
    expect(await store.inbox.counts('acme')).toMatchObject({ error: { kind: 'store_unavailable' } })
    await letGo()
    await expect.poll(async () => (await store.inbox.counts('acme')).isOk(), { timeout: LONG_MS }).toBe(true)
    await valueOf(store.inbox.note(note))
    await valueOf(store.close())
  },
)

it(
  'finishes the writes under way before it closes, though another process holds the lock',
  { timeout: LONG_MS },
  async () => {
    const file = freshFile()
    const store = await sqliteStore({ file, busyTimeoutMs: LONG_MS })
    const { letGo } = await holdLock(file)
    const noted = store.inbox.note(note)
    await goRound()
    const closed = store.close()
    await letGo()
    expect(await valueOf(noted)).toEqual({ generation: 1 })
    await valueOf(closed)
  },
)

it('opens a file that is up to date while another process holds its lock', { timeout: LONG_MS }, async () => {
  const file = freshFile()
  await valueOf((await sqliteStore({ file })).close())
  const { letGo } = await holdLock(file)
  const store = await sqliteStore({ file, busyTimeoutMs: 0 })
  expect(await valueOf(store.inbox.counts('acme'))).toEqual({ pending: 0, failed: 0 })
  await letGo()
  await valueOf(store.close())
})

it('waits with bringing a file up to date, and the process goes on meanwhile', { timeout: LONG_MS }, async () => {
  const file = freshFile()
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  for (const { sql } of firstTables(sqliteDialect.db, sqliteTypes)) database.exec(sql)
  database.exec('CREATE TABLE siagh_sync_version (version INTEGER NOT NULL)')
  database.exec('INSERT INTO siagh_sync_version (version) VALUES (1)')
  database.close()
  const { letGo } = await holdLock(file)
  await expect(sqliteStore({ file, busyTimeoutMs: 50 })).rejects.toThrow(
    `${file} cannot be used: database is locked; another process is writing to it`,
  )
  const opening = sqliteStore({ file, busyTimeoutMs: LONG_MS })
  await goRound()
  await letGo()
  await valueOf((await opening).close())
})
