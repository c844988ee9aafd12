import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrations } from '../src/migrations'
import { sqliteStore } from '../src/sqlite'
import { freshFile } from './fresh-file'

it('creates a file with WAL and one version', async () => {
  const file = freshFile()
  const store = await sqliteStore({ file })
  const database = new Database(file)
  expect(database.prepare('PRAGMA journal_mode').get([])).toMatchObject({ journal_mode: 'wal' })
  expect(database.prepare('SELECT version FROM siagh_sync_version').all([])).toEqual([{ version: migrations.length }])
  database.close()
  expect(await store.close()).toHaveProperty('value')
})

it('refuses a file from a newer version and leaves it as it is', async () => {
  const file = freshFile()
  expect(await (await sqliteStore({ file })).close()).toHaveProperty('value')
  const database = new Database(file)
  database.exec('UPDATE siagh_sync_version SET version = 99')
  await expect(sqliteStore({ file })).rejects.toThrow(/was written by a newer version of siagh-sync \(schema 99/)
  expect(database.prepare('SELECT version FROM siagh_sync_version').all([])).toEqual([{ version: 99 }])
  database.close()
})

it('refuses a file that is not a database', async () => {
  const file = freshFile()
  writeFileSync(file, 'a list of customers, by hand\n'.repeat(200))
  await expect(sqliteStore({ file })).rejects.toThrow(`${file} is damaged (file is not a database)`)
})

it('names the folder that is missing', async () => {
  const file = join(dirname(freshFile()), 'missing', 'store.db')
  await expect(sqliteStore({ file })).rejects.toThrow(`${dirname(file)} is not there: create this folder`)
})

it('says that a folder is not a file', async () => {
  const file = freshFile()
  mkdirSync(file)
  await expect(sqliteStore({ file })).rejects.toThrow(`${file} cannot be opened`)
})

it('asks for a path where none was given', async () => {
  await expect(sqliteStore({ file: ' ' })).rejects.toThrow('set `file` to the path of the database file')
})
