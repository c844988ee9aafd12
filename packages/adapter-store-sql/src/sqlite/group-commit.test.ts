import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { freshFile } from '../../test/fresh-file'
import { createGroupCommit } from './group-commit'

const FULL = 'PRAGMA synchronous = FULL'
const NORMAL = 'PRAGMA synchronous = NORMAL'

/** A database with one table, and what was executed on it besides the writes. `refuse` says which statements fail. */
function openRecorded(refuse: (sql: string) => boolean = () => false) {
  const database = new Database(freshFile())
  database.exec('CREATE TABLE word (text TEXT PRIMARY KEY)')
  const executed: string[] = []
  const connection = {
    exec(sql: string) {
      executed.push(sql)
      if (refuse(sql)) throw new Error('disk I/O error')
      database.exec(sql)
    },
    get inTransaction() {
      return database.inTransaction
    },
  }
  const group = createGroupCommit(connection, { busyTimeoutMs: 60_000, check() {}, failed: () => false })
  const insert = (text: string, { otherwise = 'ABORT', synced = true } = {}) =>
    group.join(() => database.prepare(`INSERT OR ${otherwise} INTO word VALUES (?)`).run([text]).changes, { synced })
  const put = (text: string) => database.prepare('INSERT INTO word VALUES (?)').run([text]).changes
  const words = () => database.prepare('SELECT text FROM word ORDER BY text').all([])
  /** 1 is NORMAL, 2 is FULL. */
  const synchronous = () => database.prepare('PRAGMA synchronous').get([])
  return { group, insert, put, words, executed, synchronous }
}

it('commits what comes together in one transaction', async () => {
  const { insert, words, executed } = openRecorded()
  const writes = Array.from({ length: 50 }, (_, i) => insert(`word ${i}`))
  expect(executed).toEqual([])
  for (const write of await Promise.all(writes)) expect(write).toMatchObject({ value: 1 })
  expect(executed).toEqual([FULL, 'BEGIN IMMEDIATE', 'COMMIT'])
  expect(words()).toHaveLength(50)
})

it('waits for the disk if one of those who come together asks for it, and not if none does', async () => {
  const { insert, executed, synchronous } = openRecorded()
  await Promise.all([insert('a', { synced: false }), insert('b', { synced: true })])
  expect(synchronous()).toMatchObject({ synchronous: 2 })
  expect((await insert('c', { synced: false })).isOk()).toBe(true)
  expect(synchronous()).toMatchObject({ synchronous: 1 })
  expect((await insert('d', { synced: true })).isOk()).toBe(true)
  expect(synchronous()).toMatchObject({ synchronous: 2 })
  const commit = ['BEGIN IMMEDIATE', 'COMMIT']
  expect(executed).toEqual([FULL, ...commit, NORMAL, ...commit, FULL, ...commit])
})

it('calls nothing written when it cannot be made to wait for the disk, and tries again', async () => {
  const refused = new Set([FULL])
  const { insert, words, executed } = openRecorded((sql) => refused.delete(sql))
  expect(await insert('a')).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect(words()).toEqual([])
  expect(await insert('b')).toMatchObject({ value: 1 })
  expect(executed).toEqual([FULL, FULL, 'BEGIN IMMEDIATE', 'COMMIT'])
})

it('does not undo the others when one write fails', async () => {
  const { insert, words } = openRecorded()
  const [first, doubled, last] = await Promise.all([insert('a'), insert('a'), insert('b')])
  expect(doubled).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect([first, last]).toMatchObject([{ value: 1 }, { value: 1 }])
  expect(words()).toEqual([{ text: 'a' }, { text: 'b' }])
})

it('calls nothing written when the commit fails', async () => {
  const { insert, words } = openRecorded((sql) => sql === 'COMMIT')
  const writes = await Promise.all([insert('a'), insert('b')])
  for (const write of writes) {
    expect(write).toMatchObject({ error: { kind: 'store_unavailable', message: 'store: disk I/O error' } })
  }
  expect(words()).toEqual([])
})

it('calls nothing written when SQLite rolls everything back half-way', async () => {
  const { insert, words } = openRecorded()
  const writes = await Promise.all([insert('a'), insert('a', { otherwise: 'ROLLBACK' }), insert('b')])
  for (const write of writes) expect(write).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect(words()).toEqual([])
})

it('commits who came before the end and refuses who comes after', async () => {
  const { group, insert, words } = openRecorded()
  const before = insert('before')
  const ended = group.end()
  const after = insert('after')
  await ended
  expect(words()).toEqual([{ text: 'before' }])
  expect(await before).toMatchObject({ value: 1 })
  expect(await after).toMatchObject({ error: { kind: 'store_unavailable', message: 'store: the store is closed' } })
})

it('leaves nothing of a write of several statements where one of them fails, and all of its neighbours', async () => {
  const { group, insert, put, words } = openRecorded()
  const putAll = (texts: readonly string[]) => group.join(() => texts.map(put), { synced: true, whole: true })
  expect((await insert('taken')).isOk()).toBe(true)
  const writes = [putAll(['a', 'b']), putAll(['c', 'taken', 'd']), insert('e'), putAll(['f'])]
  expect((await Promise.all(writes)).map((write) => write.isOk())).toEqual([true, false, true, true])
  expect(words()).toEqual(['a', 'b', 'e', 'f', 'taken'].map((text) => ({ text })))
})
