import { systemClock, type Logger, type Store } from '@siagh-sync/sync-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sqlStore } from '../src/sql-store'
import { createCondition } from '../src/sqlite/condition'
import { sqliteEngine } from '../src/sqlite/engine'
import { watchFiles } from '../src/sqlite/file-watch'
import { openDatabase } from '../src/sqlite/open-database'
import { createSqliteRunner } from '../src/sqlite/runner'
import { freshFile } from './fresh-file'
import { valueOf } from './value-of'

// A store that could not be written finds out once a second whether it can.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** A store on a disk whose room the test decides. */
async function openOnSmallDisk() {
  const file = freshFile()
  const database = await openDatabase(file, 1_000)
  const told: string[] = []
  const tell = (_fields: unknown, message: string) => void told.push(message)
  const logger: Logger = { debug() {}, info() {}, warn: tell, error: tell }
  const condition = createCondition(file, watchFiles(file, { pageBytes: () => 0, logBytes: () => 0 }), logger)
  const { runner, close } = createSqliteRunner(database, { clock: systemClock, busyTimeoutMs: 1_000, condition })
  const pages = () => Number(database.pragma('page_count', { simple: true }))
  return {
    store: sqlStore(sqliteEngine(runner, close)),
    told,
    /** From now on the file may have so many pages more than it has. */
    leaveRoomFor: (more: number) => void database.pragma(`max_page_count = ${pages() + more}`),
  }
}

const note = (store: Store, index: number) =>
  store.inbox.note({
    key: { company: 'acme', kind: 'identity', id: `${'p'.repeat(180)}-${index}` },
    event: 'update',
    trigger: 'webhook',
    at: index,
  })

/** Notes until the disk is full; answers how many it took. */
async function fill(store: Store): Promise<number> {
  for (let count = 0; ; count += 1) if ((await note(store, count)).isErr()) return count
}

it('answers nothing while the disk is full, reads neither, and goes on by itself when there is room', async () => {
  const { store, told, leaveRoomFor } = await openOnSmallDisk()
  leaveRoomFor(20)
  const taken = await fill(store)
  expect(await store.inbox.counts('acme')).toMatchObject({
    error: { kind: 'store_unavailable', message: 'store: database or disk is full' },
  })
  expect(await note(store, 1_000)).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect(told).toEqual(['the store cannot be written'])
  leaveRoomFor(1_000)
  vi.advanceTimersByTime(1_000)
  expect((await store.inbox.counts('acme')).isOk()).toBe(true)
  expect(told).toEqual(['the store cannot be written', 'the store can be written again'])
  expect(await valueOf(store.inbox.counts('acme'))).toMatchObject({ pending: taken })
  await valueOf(note(store, 1_000))
  await valueOf(store.close())
})

it('does not call itself well while there is room for less than a few notes', async () => {
  const { store, leaveRoomFor } = await openOnSmallDisk()
  leaveRoomFor(20)
  await fill(store)
  leaveRoomFor(3)
  const answers: boolean[] = []
  for (let count = 0; count < 3; count += 1) {
    answers.push((await store.inbox.counts('acme')).isOk())
    vi.advanceTimersByTime(1_000)
  }
  expect(answers).toEqual([false, false, false])
  await valueOf(store.close())
})
