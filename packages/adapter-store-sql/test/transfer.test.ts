import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
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
    expect(made.counts).toMatchObject({ mapping: 1_202, journal: 1_202, mark: 2, origin: 2, gap: 1 })
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
    const { items } = await valueOf(store.journal.list('acme', {}, { limit: 10 }))
    expect(items).toMatchObject([{ key: { id: 'p-2' }, outcome: 'created' }])
    expect(items[0]).not.toHaveProperty('by')
    await valueOf(store.close())
  })

  it('replaces an older backup where it may, and no other file ever', async () => {
    const { file, aside } = await filledFile()
    writeFileSync(aside('letter.txt'), 'dear reader')
    writeFileSync(aside('empty'), '')
    writeFileSync(aside('another.db'), readFileSync(file))
    new Database(aside('other.db')).exec('create table letter (words text)').close()
    const backUp = (name: string, replace: boolean) =>
      backUpStore(sqlitePlace({ file }), { file: aside(name), replace })
    for (const name of ['letter.txt', 'another.db', 'other.db']) {
      const before = readFileSync(aside(name))
      await expect(backUp(name, false)).rejects.toThrow('is there already')
      await expect(backUp(name, true)).rejects.toThrow('is no backup of siagh-sync')
      expect(readFileSync(aside(name))).toStrictEqual(before)
    }
    await expect(backUpStore(sqlitePlace({ file }), { file, replace: true })).rejects.toThrow('is the store itself')
    await backUp('empty', true)
    await backUp('empty', true)
    await restoreStore(aside('empty'), sqlitePlace({ file: aside('new.db') }))
  })

  it.each(['-wal', '-shm', '-journal'])(
    'is not written where SQLite keeps a part of the store: as %s, which it would remove',
    async (end) => {
      const { file, aside } = await filledFile()
      symlinkSync(dirname(file), aside('link'))
      for (const target of [`${file}${end}`, join(aside('link'), `${basename(file)}${end}`)]) {
        const made = backUpStore(sqlitePlace({ file }), { file: target, replace: true })
        await expect(made).rejects.toThrow('is the store itself, or a part of it')
      }
      await viewOfFile(file)
    },
  )

  it('that is damaged is named in one line, with its fault', async () => {
    const { file, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const bytes = readFileSync(aside('copy.db'))
    writeFileSync(aside('copy.db'), bytes.fill(0x67, 3 * 4_096, 3 * 4_096 + 64))
    const restored = restoreStore(aside('copy.db'), sqlitePlace({ file: aside('new.db') }))
    await expect(restored).rejects.toThrow(
      /^[^*\n]+ is damaged \([^*\n]+\), and nothing was restored: take an older backup$/,
    )
  })

  it('is whole where another one is made at the same place meanwhile, and replaces nothing that came first', async () => {
    const { file, view, aside } = await filledFile()
    const backUp = (replace: boolean) => backUpStore(sqlitePlace({ file }), { file: aside('copy.db'), replace })
    const both = await Promise.allSettled([backUp(false), backUp(false)])
    expect(both.map(({ status }) => status).sort()).toStrictEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('is there already') as string },
    })
    expect((await Promise.all([backUp(true), backUp(true)])).map(({ counts }) => counts.mapping)).toEqual([
      1_202, 1_202,
    ])
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('copy.db'))).toStrictEqual(['copy.db'])
    await restoreStore(aside('copy.db'), sqlitePlace({ file: aside('new.db') }))
    expect((await viewOfFile(aside('new.db'))).view).toStrictEqual(view)
  })

  it('removes what one has left that was killed, and nothing of one that is at work', async () => {
    const { file, aside } = await filledFile()
    const [dead, alive] = [aside('copy.db.0123abcd.part'), aside('copy.db.4567cdef.part')]
    for (const part of [dead, `${dead}-journal`, alive]) writeFileSync(part, 'half a file')
    const twoHoursAgo = Date.now() / 1_000 - 7_200
    utimesSync(dead, twoHoursAgo, twoHoursAgo)
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const left = readdirSync(dirname(file)).filter((name) => name.startsWith('copy.db'))
    expect(left.sort()).toStrictEqual(['copy.db', basename(alive)])
  })

  it('can be read by those alone who can read the store', async () => {
    const { file, aside } = await filledFile()
    chmodSync(file, 0o600)
    const { mode } = statSync(file)
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    await restoreStore(aside('copy.db'), sqlitePlace({ file, setAside: true }))
    for (const path of [aside('copy.db'), file]) expect(statSync(path).mode).toBe(mode)
  })

  it('is not made of a store that was moved, nor of a backup', async () => {
    const { file, aside } = await filledFile()
    const schema = freshSchema(pool)
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    await expect(backUpStore(sqlitePlace({ file: aside('copy.db') }), { file: aside('two.db') })).rejects.toThrow(
      'is a backup',
    )
    await moveStore(sqlitePlace({ file }), databasePlace(schema))
    await expect(backUpStore(sqlitePlace({ file }), { file: aside('two.db') })).rejects.toThrow('was moved to')
    await moveStore(databasePlace(schema), sqlitePlace({ file: aside('back.db') }))
    await expect(backUpStore(databasePlace(schema), { file: aside('two.db') })).rejects.toThrow('was moved to')
    expect(existsSync(aside('two.db'))).toBe(false)
  })

  it.each([
    ['in a folder that is not there', 'nowhere/copy.db', 'nowhere is not there: create this folder'],
    ['that is a folder', '.', 'is a folder: name a file'],
  ])('says what is wrong with a place %s', async (_, name, complaint) => {
    const { file, aside } = await filledFile()
    await expect(backUpStore(sqlitePlace({ file }), { file: aside(name) })).rejects.toThrow(complaint)
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
    await expect(restoreStore(aside('copy.db'), place)).rejects.toThrow('the clock of this machine right')
    // A copy that was made in another way does not say when.
    useClock(latest - 1)
    await expect(restoreStore(file, place)).rejects.toThrow('the clock of this machine right')
    await expect(refuseOlderClock(sqlitePlace({ file }))).rejects.toThrow('the clock of this machine right')
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
      'open in another process: stop it first',
    )
    await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))
    await valueOf(store.close())
  })

  it('waits for a write that a killed process may have sent: the lease of its record is in force', async () => {
    const { file, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    const store = await sqliteStore({ file })
    const lease = await valueOf(store.leases.acquire(key, 60_000))
    await valueOf(store.close())
    const place = sqlitePlace({ file, setAside: true })
    await expect(restoreStore(aside('copy.db'), place)).rejects.toThrow('was in use just now')
    useClock((lease?.expiresAt ?? 0) + 1)
    await restoreStore(aside('copy.db'), place)
  })

  it('puts a backup in the place of a store that is damaged', async () => {
    const { file, view, aside } = await filledFile()
    await backUpStore(sqlitePlace({ file }), { file: aside('copy.db') })
    writeFileSync(file, 'no database at all')
    await restoreStore(aside('copy.db'), sqlitePlace({ file, setAside: true }))
    expect((await viewOfFile(file)).view).toStrictEqual(view)
  })

  it.each([
    ['that is not there', 'is not there', (file: string) => rmSync(file)],
    ['that is empty', 'holds no store', (file: string) => writeFileSync(file, '')],
    ['that is no database', 'take an older backup', (file: string) => writeFileSync(file, 'x'.repeat(5_000))],
    ['of which only the first page was copied', 'take an older backup', (file: string) => cutStore(file, 4_096)],
    ['whose end is missing', 'take an older backup', (file: string) => cutStore(file, 60_000)],
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
    expect(moved).toMatchObject({ wasThere: false, counts: { mapping: 1_202, inbox: 1_202, journal: 1_202, gap: 1 } })
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
    await expect(moveStore(sqlitePlace({ file }), databasePlace(schema))).rejects.toThrow('is open in another process')
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

  it('closes no store for one that is closed itself, or is a backup, although it holds the same', async () => {
    const { file, view, aside } = await filledFile()
    const schema = freshSchema(pool)
    await moveStore(sqlitePlace({ file }), databasePlace(schema))
    await backUpStore(databasePlace(schema), { file: aside('copy.db') })
    await expect(moveStore(databasePlace(schema), sqlitePlace({ file }))).rejects.toThrow(
      /was moved to .*\. Or move to a place that holds no store/,
    )
    await expect(moveStore(databasePlace(schema), sqlitePlace({ file: aside('copy.db') }))).rejects.toThrow(
      /is a backup; .*\. Or move to a place that holds no store/,
    )
    expect(await viewOf(await openFor(pool, schema))).toStrictEqual(view)

    await moveStore(databasePlace(schema), sqlitePlace({ file: aside('back.db') }))
    await expect(moveStore(sqlitePlace({ file: aside('back.db') }), databasePlace(schema))).rejects.toThrow(
      /was moved to .*\. Or move to a place that holds no store/,
    )
    expect((await viewOfFile(aside('back.db'))).view).toStrictEqual(view)
  })

  it('brings what PostgreSQL keeps in no text', async () => {
    const file = freshFile()
    const store = await sqliteStore({ file })
    await valueOf(store.inbox.note({ key, event: 'update', trigger: 'webhook', at: 5 }))
    const lease = await valueOf(store.leases.acquire(key, 60_000))
    if (lease === null) throw new Error('somebody has the lease')
    const error = { kind: 'rejected', message: 'before\0after', details: ['one\0two'] } as const
    await valueOf(store.finish(lease, { inbox: { do: 'bury', generation: 1, attempts: 1, dueAt: 6, error } }))
    await valueOf(store.close())
    const schema = freshSchema(pool)
    await moveStore(sqlitePlace({ file }), databasePlace(schema))
    const { items } = await valueOf((await openFor(pool, schema)).inbox.failures('acme', {}, { limit: 1 }))
    expect(items[0]?.error?.message).toBe('before\uFFFDafter')
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

/** A file of the first version, with one mapping and one line of the journal. */
function oldFile(): string {
  const file = freshFile()
  const database = new Database(file)
  for (const { sql } of firstTables(sqliteDialect.db, sqliteTypes)) database.exec(sql)
  database.exec('create table siagh_sync_version (version integer not null)')
  database.exec('insert into siagh_sync_version (version) values (1)')
  database.exec(`insert into mapping
    (company, kind, crm_id, target, state, code, fingerprint, detail_json, version, updated_at)
    values ('acme', 'identity', 'p-2', 'contact', 'linked', '7', '', '{}', 1, 1)`)
  database.exec(`insert into journal
    (place, company, kind, crm_id, at, triggered_by, attempt, outcome, duration_ms, calls_json, warnings_json)
    values (1, 'acme', 'identity', 'p-2', 1, 'webhook', 1, 'created', 12, '[]', '[]')`)
  database.close()
  return file
}
