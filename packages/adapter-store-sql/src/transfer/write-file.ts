import { existsSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { migrate } from '../sqlite/migrate'
import { connect } from './sqlite-connection'
import { sqliteRows } from './sqlite-rows'
import type { RowWriter } from './store-place'
import { checkUnused } from './used-alone'

/** What becomes of a file that is there already. */
export type Existing = 'replace' | 'set-aside'

/**
 * Makes a database file of what `use` writes, beside its place at first. The file comes to its place by a rename when all of it is on
 * disk, so that it is there whole or not at all.
 */
export async function writeFile<T>(
  file: string,
  existing: Existing,
  use: (rows: RowWriter, database: Database.Database) => Promise<T>,
): Promise<T> {
  const folder = dirname(file)
  if (!existsSync(folder)) throw new Error(`the folder ${folder} is not there`)
  const part = `${file}.part`
  removeAll(part)
  try {
    const written = await writePart(part, use)
    await syncToDisk(part, 'r+')
    if (existsSync(file)) {
      checkUnused(file)
      if (existing === 'set-aside') await setAside(file)
      // What is left beside a file that is replaced would be taken for a part of the new one.
      else for (const besides of ['-wal', '-shm']) rmSync(`${file}${besides}`, { force: true })
    }
    await rename(part, file)
    await syncFolder(folder)
    return written
  } finally {
    removeAll(part)
  }
}

async function writePart<T>(
  part: string,
  use: (rows: RowWriter, database: Database.Database) => Promise<T>,
): Promise<T> {
  const database = connect(part)
  try {
    migrate(database, part)
    database.exec('BEGIN IMMEDIATE')
    const written = await use(sqliteRows(database, migrations.length), database)
    database.exec('COMMIT')
    return written
  } finally {
    database.close()
  }
}

/** A file keeps its name, with the time behind it. */
async function setAside(file: string): Promise<void> {
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(`${file}${end}`)) await rename(`${file}${end}`, `${file}.before-${time}${end}`)
  }
}

/** Windows opens no folder; there a rename is on disk when the file is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await syncToDisk(folder, 'r')
}

async function syncToDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const handle = await open(path, flags)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function removeAll(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
}
