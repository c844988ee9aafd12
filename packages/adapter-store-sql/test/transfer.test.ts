import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { firstTables } from '../src/migrations/0001-first-tables'
import { sqliteStore } from '../src/sqlite'
import { sqliteTypes } from '../src/sqlite/column-types'
import { sqliteDialect } from '../src/sqlite/dialect'
import { backUpStore, moveStore, postgresPlace, refuseOlderClock, restoreStore, sqlitePlace } from '../src/transfer'
import { fillStore, viewOf } from './filled-store'
import { freshFile } from './fresh-file'
import { freshSchema, openFor, sharedPool } from './fresh-schema'
import { valueOf } from './value-of'

const pool = sharedPool()
const key = { company: 'acme', kind: 'identity', id: 'later' } as const

/** A filled store in a file, closed again, and what it shows. */
async function filledFile() {
  const file = freshFile()
  const store = await sqliteStore({ file })
  await fillStore(store)
  const view = await viewOf(store)
  await valueOf(store.close())
  return { file, view, aside: (name: string) => join(dirname(file), name) }
}

async function viewOfFile(file: string) {
  const store = await sqliteStore({ file })
  const view = await viewOf(store)
  const gaps = await valueOf(store.gaps.list())
  await valueOf(store.close())
  return { view, gaps }
}

const databasePlace = (schema: string) => postgresPlace({ pool, schema, address: 'postgresql://127.0.0.1/test' })

describe('a backup', () => {
  it('holds all that is in the store while a process writes to it, in one file that is whole', async () => {
    const { file, view, aside } = await filledFile()
    const store = await sqliteStore({ file })
    const notes = Array.from({ length: 50 }, (_, index) =>
      store.inbox.note({ key: { ...key, id: `n-${index}` }, event: 'update', trigger: 'webhook', at: 5 }),
    )
    const made = await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    for (const note of notes) await valueOf(note)
    await valueOf(store.close())
    expect(made.counts).toMatchObject({ mapping: 1_202, journal: 1_200, mark: 2, origin: 2, gap: 1 })
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('copy.db'))).toStrictEqual(['copy.db'])

    const target = freshFile()
    await restoreStore(aside('copy.db'), sqlitePlace({ file: target }))
    const restored = await viewOfFile(target)
    expect(restored.view.acme.mappings).toStrictEqual(view.acme.mappings)
    expect(restored.view.globex).toStrictEqual(view.globex)
  })

  it('of a PostgreSQL schema is restored into a file, and that of a file into a schema', async () => {
    const { file, view, aside } = await filledFile()
    const schema = freshSchema(pool)
    await restoreStoreFrom(file, aside('one.db'), databasePlace(schema))
    await restoreStoreFrom(databasePlace(schema), aside('two.db'), sqlitePlace({ file: aside('back.db') }))
    const store = await openFor(pool, schema)
    expect(await viewOf(store)).toStrictEqual(view)
    expect((await viewOfFile(aside('back.db'))).view).toStrictEqual(view)
    // The next line of the journal has a place of its own.
    const journal = { at: 9, key, trigger: 'direct', attempt: 1, durationMs: 0, calls: [], warnings: [] } as const
    const lease = await valueOf(store.leases.acquire({ ...key, id: 'another' }, 60_000))
    if (lease) await valueOf(store.finish(lease, { journal }))
    expect((await valueOf(store.journal.list('acme', {}, { limit: 1 }))).items).toMatchObject([{ at: 9 }])
  })

  it('does not bring the store up to date that it is made of', async () => {
    const file = oldFile()
    await backUpStore(sqlitePlace({ file }), { file: `${file}.copy` })
    const database = new Database(file)
    expect(database.prepare('select version from siagh_sync_version').get([])).toMatchObject({ version: 1 })
    database.close()
    await restoreStore(`${file}.copy`, sqlitePlace({ file: `${file}.new` }))
    const store = await sqliteStore({ file: `${file}.new` })
    expect(await valueOf(store.origins.list())).toStrictEqual([{ company: 'acme', origin: null }])
    await valueOf(store.close())
  })

  it('replaces no file unless it may, and never the store itself', async () => {
    const { file, aside } = await filledFile()
    writeFileSync(aside('letter.txt'), 'dear reader')
    await expect(backUpStore(sqlitePlace({ file }), { file: aside('letter.txt') })).rejects.toThrow('is there already')
    expect(readFileSync(aside('letter.txt'), 'utf8')).toBe('dear reader')
    await expect(backUpStore(sqlitePlace({ file }), { file, replace: true })).rejects.toThrow('is the store itself')
    await expect(backUpStore(sqlitePlace({ file }), { file: aside('none/copy.db') })).rejects.toThrow(
      `the folder ${aside('none')} is not there`,
    )
    await backUpStore(sqlitePlace({ file }), { file: aside('letter.txt'), replace: true })
    await restoreStore(aside('letter.txt'), sqlitePlace({ file: aside('new.db') }))
  })

  it('is no store, so nobody works with it who has not restored it', async () => {
    const { file, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    await expect(sqliteStore({ file: aside('copy.db') })).rejects.toThrow('is a backup')
  })

  it('leaves nothing behind where the source cannot be read', async () => {
    const { file, aside } = await filledFile()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 8_192, 40_000)
    writeFileSync(file, bytes)
    await expect(backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })).rejects.toThrow(file)
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('copy'))).toStrictEqual([])
  })
})

describe('a restore', () => {
  it('remembers from when until when the store knows nothing', async () => {
    const { file, aside } = await filledFile()
    const { madeAt } = await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const { restoredAt } = await restoreStore(aside('copy.db'), sqlitePlace({ file: aside('new.db') }))
    expect(restoredAt).toBeGreaterThanOrEqual(madeAt)
    const { gaps } = await viewOfFile(aside('new.db'))
    expect(gaps).toStrictEqual([
      { backedUpAt: 1, restoredAt: 2 },
      { backedUpAt: madeAt, restoredAt },
    ])
  })

  it('takes a copy that was made in another way, and says that the time of the backup is not known', async () => {
    const { file, aside } = await filledFile()
    const { restoredAt } = await restoreStore(file, sqlitePlace({ file: aside('new.db') }))
    expect((await viewOfFile(aside('new.db'))).gaps.at(-1)).toStrictEqual({ restoredAt })
  })

  it('refuses while the clock is behind the backup, or behind anything in it: its documents would be posted again', async () => {
    const { file, aside } = await filledFile()
    const { madeAt } = await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const latest = writeAt(file, madeAt + 3_600_000)
    useClock(madeAt - 1)
    const place = sqlitePlace({ file: aside('new.db') })
    await expect(restoreStore(aside('copy.db'), place)).rejects.toThrow('set the clock right')
    // A copy that was made in another way does not say when.
    useClock(latest - 1)
    await expect(restoreStore(file, place)).rejects.toThrow('set the clock right')
    await expect(refuseOlderClock(sqlitePlace({ file }))).rejects.toThrow('set the clock right')
    expect(existsSync(aside('new.db'))).toBe(false)

    await refuseOlderClock(sqlitePlace({ file }), { clockIsRight: true })
    expect(await restoreStore(file, place, { clockIsRight: true })).toMatchObject({ restoredAt: latest - 1 })
    useClock(latest)
    await refuseOlderClock(sqlitePlace({ file }))
    await restoreStore(file, sqlitePlace({ file: aside('right.db') }))
  })

  it('refuses a place that holds a store, and sets it aside where it may', async () => {
    const { file, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    await expect(restoreStore(aside('copy.db'), sqlitePlace({ file }))).rejects.toThrow('holds a store already')
    await restoreStore(aside('copy.db'), sqlitePlace({ file, setAside: true }))
    const kept = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.before-`))
    expect(kept).toHaveLength(1)
    expect((await viewOfFile(aside(kept[0] ?? ''))).gaps).toHaveLength(1)
    expect((await viewOfFile(file)).gaps).toHaveLength(2)
  })

  it('refuses a place that a process has open, although it does nothing just now', async () => {
    const { file, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const store = await sqliteStore({ file })
    await expect(restoreStore(aside('copy.db'), sqlitePlace({ file, setAside: true }))).rejects.toThrow(
      'open: stop it first',
    )
    await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))
    await valueOf(store.close())
  })

  it('puts a backup in the place of a store that is damaged', async () => {
    const { file, view, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    writeFileSync(file, 'no database at all')
    await restoreStore(aside('copy.db'), sqlitePlace({ file, setAside: true }))
    expect((await viewOfFile(file)).view).toStrictEqual(view)
  })

  it.each([
    ['that is not there', 'there is no file', (file: string) => rmSync(file)],
    ['that is empty', 'holds no store', (file: string) => writeFileSync(file, '')],
    ['that is no database', 'cannot be used', (file: string) => writeFileSync(file, 'x'.repeat(5_000))],
    ['of which only the first page was copied', 'cannot be used', (file: string) => cutStore(file, 4_096)],
    ['whose end is missing', 'cannot be used', (file: string) => cutStore(file, 60_000)],
    ['of a newer version', 'newer version', (file: string) => newerStore(file)],
  ])('refuses a file %s, and leaves the place as it was', async (_what, complaint, make) => {
    const { file, view, aside } = await filledFile()
    writeFileSync(aside('source.db'), readFileSync(file))
    make(aside('source.db'))
    const place = sqlitePlace({ file, setAside: true })
    await expect(restoreStore(aside('source.db'), place)).rejects.toThrow(complaint)
    expect((await viewOfFile(file)).view).toStrictEqual(view)
  })
})

describe('a move', () => {
  it('brings everything from a file into a schema and back, and both sides are the same', async () => {
    const { file, view, aside } = await filledFile()
    const schema = freshSchema(pool)
    const moved = await moveStore(sqlitePlace({ file }), databasePlace(schema))
    expect(moved).toMatchObject({ wasThere: false, counts: { mapping: 1_202, inbox: 1_202, journal: 1_200, gap: 1 } })
    const store = await openFor(pool, schema)
    expect(await viewOf(store)).toStrictEqual(view)
    await valueOf(store.close())

    const back = await moveStore(databasePlace(schema), sqlitePlace({ file: aside('back.db') }))
    expect(back.checksum).toBe(moved.checksum)
    expect(await viewOfFile(aside('back.db'))).toStrictEqual({ view, gaps: [{ backedUpAt: 1, restoredAt: 2 }] })
  })

  it('closes the old store, whether somebody opens it or has it open', async () => {
    const { file, aside } = await filledFile()
    const schema = freshSchema(pool)
    await moveStore(sqlitePlace({ file }), databasePlace(schema))
    await expect(sqliteStore({ file })).rejects.toThrow(`was moved to postgresql://127.0.0.1/test (schema ${schema})`)

    const running = await openFor(pool, schema)
    await moveStore(databasePlace(schema), sqlitePlace({ file: aside('back.db') }))
    const refused = { error: { kind: 'store_unavailable', message: expect.stringContaining('was moved to') as string } }
    expect(await running.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 })).toMatchObject(refused)
    expect(await running.leases.acquire(key, 60_000)).toMatchObject(refused)
    await expect(openFor(pool, schema)).rejects.toThrow('was moved to')
    await expect(moveStore(databasePlace(schema), sqlitePlace({ file: aside('third.db') }))).rejects.toThrow(
      'was moved',
    )
  })

  it('refuses a store that a process has open or works on, and changes nothing then', async () => {
    const { file, view, aside } = await filledFile()
    const schema = freshSchema(pool)
    const open = await sqliteStore({ file })
    await expect(moveStore(sqlitePlace({ file }), databasePlace(schema))).rejects.toThrow('a process has')
    await valueOf(open.close())
    await moveStore(sqlitePlace({ file }), databasePlace(schema))

    const working = await openFor(pool, schema)
    const lease = await valueOf(working.leases.acquire(key, 60_000))
    if (lease === null) throw new Error('somebody has the lease')
    await expect(moveStore(databasePlace(schema), sqlitePlace({ file: aside('back.db') }))).rejects.toThrow('is in use')
    expect(existsSync(aside('back.db'))).toBe(false)
    await valueOf(working.leases.release(lease))
    expect(await viewOf(working)).toStrictEqual(view)
    expect(await valueOf(working.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))).toBeDefined()
  })

  it('refuses a place that holds something else', async () => {
    const { file } = await filledFile()
    const schema = freshSchema(pool)
    const store = await openFor(pool, schema)
    await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))
    await expect(moveStore(sqlitePlace({ file }), databasePlace(schema))).rejects.toThrow('is not empty')
    expect((await viewOf(store)).acme.due).toStrictEqual([key])
    await sqliteStore({ file }).then((opened) => valueOf(opened.close()))
  })

  it('goes on where it was broken off after everything had arrived', async () => {
    const { file, view } = await filledFile()
    const schema = freshSchema(pool)
    const place = databasePlace(schema)
    // The old store is closed last: a process that dies just before that has committed the new one.
    const breakingOff = {
      ...place,
      fill: (use: never) => place.fill(use).then(() => Promise.reject(new Error('died'))),
    }
    await expect(moveStore(sqlitePlace({ file }), breakingOff)).rejects.toThrow('died')
    const moved = await moveStore(sqlitePlace({ file }), place)
    expect(moved.wasThere).toBe(true)
    const store = await openFor(pool, schema)
    expect(await viewOf(store)).toStrictEqual(view)
    await expect(sqliteStore({ file })).rejects.toThrow('was moved to')
  })

  it('keeps nothing of what arrives otherwise than it was sent', async () => {
    const { file } = await filledFile()
    const schema = freshSchema(pool)
    await openFor(pool, schema)
    await pool.query(`create function ${schema}.spoil() returns trigger language plpgsql as
      $$ begin new.fingerprint := new.fingerprint || '!'; return new; end $$`)
    await pool.query(
      `create trigger spoil before insert on ${schema}.mapping for each row execute function ${schema}.spoil()`,
    )
    await expect(moveStore(sqlitePlace({ file }), databasePlace(schema))).rejects.toThrow('is not what was sent')
    expect((await pool.query(`select 1 from ${schema}.mapping`)).rows).toStrictEqual([])
    await sqliteStore({ file }).then((opened) => valueOf(opened.close()))
  })
})

async function restoreStoreFrom(
  source: string | ReturnType<typeof databasePlace>,
  copy: string,
  to: ReturnType<typeof databasePlace>,
) {
  await backUpStore(typeof source === 'string' ? sqlitePlace({ file: source }) : source, { file: copy })
  await restoreStore(copy, to)
}

/** Has the machine's clock say a time. */
function useClock(now: number): void {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now)
  onTestFinished(() => clock.mockRestore())
}

/** Has the store of a file hold something of a time. */
function writeAt(file: string, at: number): number {
  const database = new Database(file)
  database.prepare('update journal set at = ? where place = (select max(place) from journal)').run([at])
  database.close()
  return at
}

function cutStore(file: string, bytes: number): void {
  writeFileSync(file, readFileSync(file).subarray(0, bytes))
}

function newerStore(file: string): void {
  const database = new Database(file)
  database.exec('update siagh_sync_version set version = 99')
  database.close()
}

/** A file of the first version, with one mapping. */
function oldFile(): string {
  const file = freshFile()
  const database = new Database(file)
  for (const { sql } of firstTables(sqliteDialect.db, sqliteTypes)) database.exec(sql)
  database.exec('create table siagh_sync_version (version integer not null)')
  database.exec('insert into siagh_sync_version (version) values (1)')
  database.exec(`insert into mapping
    (company, kind, crm_id, target, state, code, fingerprint, detail_json, version, updated_at)
    values ('acme', 'identity', 'p-2', 'contact', 'linked', '7', '', '{}', 1, 1)`)
  database.close()
  return file
}
