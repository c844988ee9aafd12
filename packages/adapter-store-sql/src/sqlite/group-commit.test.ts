import Database from 'libsql'
import { expect, it } from 'vitest'
import { freshFile } from '../../test/fresh-file'
import { createGroupCommit } from './group-commit'

/** A database with one table, and what was executed on it besides the writes. `refuse` fails a statement. */
function openRecorded(refuse?: string) {
  const database = new Database(freshFile())
  database.exec('CREATE TABLE word (text TEXT PRIMARY KEY)')
  const executed: string[] = []
  const group = createGroupCommit({
    exec(sql) {
      executed.push(sql)
      if (sql === refuse) throw new Error('disk I/O error')
      database.exec(sql)
    },
    get inTransaction() {
      return database.inTransaction
    },
  })
  const insert = (text: string, otherwise = 'ABORT') =>
    group.join(() => database.prepare(`INSERT OR ${otherwise} INTO word VALUES (?)`).run([text]).changes)
  const words = () => database.prepare('SELECT text FROM word ORDER BY text').all([])
  return { group, insert, words, executed }
}

it('commits what comes together in one transaction', async () => {
  const { insert, words, executed } = openRecorded()
  const writes = Array.from({ length: 50 }, (_, i) => insert(`word ${i}`))
  expect(executed).toEqual([])
  for (const write of await Promise.all(writes)) expect(write).toMatchObject({ value: 1 })
  expect(executed).toEqual(['BEGIN IMMEDIATE', 'COMMIT'])
  expect(words()).toHaveLength(50)
})

it('does not undo the others when one write fails', async () => {
  const { insert, words } = openRecorded()
  const [first, doubled, last] = await Promise.all([insert('a'), insert('a'), insert('b')])
  expect(doubled).toMatchObject({ error: { kind: 'store_unavailable' } })
  expect([first, last]).toMatchObject([{ value: 1 }, { value: 1 }])
  expect(words()).toEqual([{ text: 'a' }, { text: 'b' }])
})

it('calls nothing written when the commit fails', async () => {
  const { insert, words } = openRecorded('COMMIT')
  const writes = await Promise.all([insert('a'), insert('b')])
  for (const write of writes) {
    expect(write).toMatchObject({ error: { kind: 'store_unavailable', message: 'store: disk I/O error' } })
  }
  expect(words()).toEqual([])
})

it('calls nothing written when SQLite rolls everything back half-way', async () => {
  const { insert, words } = openRecorded()
  const writes = await Promise.all([insert('a'), insert('a', 'ROLLBACK'), insert('b')])
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
