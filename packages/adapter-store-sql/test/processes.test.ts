import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { sqliteStore } from '../src/sqlite'
import { freshFile } from './fresh-file'
import { runWriter } from './run-writer'

const LONG_MS = 120_000

const integrityOf = (file: string) => {
  const database = new Database(file)
  const answer = database.prepare('PRAGMA integrity_check').get([])
  database.close()
  return answer
}

it('loses nothing and doubles nothing when two processes write to one file at once', { timeout: LONG_MS }, async () => {
  const file = freshFile()
  const writers = [runWriter(file, '', '500'), runWriter(file, '', '500')]
  await Promise.all(writers.map(({ ended }) => ended))
  expect(writers.flatMap(({ complaints }) => complaints)).toEqual([])
  const generations = writers.flatMap(({ acknowledged }) => acknowledged.map(Number)).sort((a, b) => a - b)
  expect(generations).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1))
  const store = await sqliteStore({ file })
  const entry = await store.inbox.read({ company: 'acme', kind: 'identity', id: 'shared' })
  expect(entry).toMatchObject({ value: { generation: 1_000 } })
  expect(await store.close()).toHaveProperty('value')
  expect(integrityOf(file)).toMatchObject({ integrity_check: 'ok' })
})

it('has every acknowledged note after kill -9', { timeout: LONG_MS }, async () => {
  const file = freshFile()
  const writer = runWriter(file, 'p')
  await vi.waitFor(() => expect(writer.acknowledged.length).toBeGreaterThan(300), { timeout: LONG_MS, interval: 2 })
  writer.child.kill('SIGKILL')
  await writer.ended
  expect(writer.complaints).toEqual([])
  const store = await sqliteStore({ file })
  const missing: string[] = []
  for (const id of writer.acknowledged) {
    const entry = await store.inbox.read({ company: 'acme', kind: 'identity', id })
    if (entry.isErr() || entry.value === null) missing.push(id)
  }
  expect(missing).toEqual([])
  expect(await store.close()).toHaveProperty('value')
  expect(integrityOf(file)).toMatchObject({ integrity_check: 'ok' })
})
