import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { compareWithNote, FOLDER_NOTE } from '../src/folder-note'
import { sqliteStore } from '../src/sqlite'
import { fillStore } from './filled-store'
import { freshFile } from './fresh-file'
import { valueOf } from './value-of'
import { render } from '@siagh-sync/sync-core/messages'
import { storeMessages } from '../src/messages'
import { expectOk } from '../../../test-support/results'

async function compare(folder: string, file: string, company = 'acme') {
  const store = await sqliteStore({ file })
  const told = await compareWithNote(folder, { store, company, place: file })
  await valueOf(store.close())
  const saying = expectOk(told)
  return saying && render(storeMessages, 'en', saying)
}

async function withUsedStore() {
  const file = freshFile()
  const folder = dirname(file)
  const store = await sqliteStore({ file })
  await fillStore(store, 2)
  await valueOf(store.close())
  expect(await compare(folder, file)).toBeUndefined()
  return { file, folder }
}

it('reports an empty store in a folder where another one was in use', async () => {
  const { file, folder } = await withUsedStore()
  const other = join(folder, 'other.db')
  const told = await compare(folder, other)
  expect(told).toContain(file)
  expect(told).toContain(other)
  expect(await compare(folder, other)).toBe(told)
})

it('reports a store that has become empty', async () => {
  const { file, folder } = await withUsedStore()
  renameSync(file, `${file}.gone`)
  expect(await compare(folder, file)).toContain('although it did at')
})

it('says nothing in a folder that is used for the first time, and nothing of another company', async () => {
  expect(await compare(dirname(freshFile()), freshFile())).toBeUndefined()
  const { folder } = await withUsedStore()
  expect(await compare(folder, join(folder, 'other.db'), 'initech')).toBeUndefined()
})

it('says nothing of a store that holds something, and notes that one from then on', async () => {
  const one = await withUsedStore()
  const other = await withUsedStore()
  expect(await compare(one.folder, other.file)).toBeUndefined()
  expect(await compare(one.folder, join(one.folder, 'new.db'))).toContain(other.file)
})

it('takes a note that is damaged for none', async () => {
  const { file, folder } = await withUsedStore()
  for (const text of ['', '{', '[]', 'null', '{"acme":7}', '{"acme":{"store":"x","seenAt":"soon"}}']) {
    writeFileSync(join(folder, FOLDER_NOTE), text)
    expect(await compare(folder, join(folder, 'other.db'))).toBeUndefined()
  }
  await compare(folder, file)
  expect(JSON.parse(readFileSync(join(folder, FOLDER_NOTE), 'utf8'))).toMatchObject({ acme: { store: file } })
})

it('does without a note where the folder cannot be written to', async () => {
  const { file } = await withUsedStore()
  expect(await compare('/dev/null', file)).toBeUndefined()
})

it('does not take a write that is under way for a record: where it is refused, the store is as empty as before', async () => {
  const file = freshFile()
  const folder = dirname(file)
  const store = await sqliteStore({ file })
  const key = { company: 'acme', kind: 'identity', id: 'p-1' } as const
  const lease = await valueOf(store.leases.acquire(key, 30_000))
  if (!lease) throw new Error('nobody else has it')
  await valueOf(store.intend(lease, { key, state: 'intent', fingerprint: '', detail: {} }, 0))
  await valueOf(store.close())
  expect(await compare(folder, file)).toBeUndefined()
  const again = await sqliteStore({ file })
  await valueOf(again.finish(lease, { mapping: { draft: null, expectedVersion: 1 } }))
  await valueOf(again.close())
  expect(await compare(folder, file)).toBeUndefined()
})
