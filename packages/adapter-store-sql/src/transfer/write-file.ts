import { closeSync, fchmodSync, fchownSync, openSync, readdirSync, rmSync, statSync, type Stats } from 'node:fs'
import { link, open, rename } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { migrate } from '../sqlite/migrate'
import { reasonOf, refusal, storeSaying } from '../messages/refusal'
import { connect } from './sqlite-connection'
import { sqliteRows } from './sqlite-rows'
import type { RowWriter } from './store-place'
import { checkUnused } from './used-alone'

/** Where a database file is to be. */
export interface FileTarget {
  readonly file: string
  /** Called before anything is written, and again just before the file comes to its place: rejects where it may not. */
  readonly check: () => Promise<void>
  /** Whether a file that is there is kept, under its name with the time behind it. Else the new one replaces it. */
  readonly setAside: boolean
  /** A file whose access rights and owner the new one gets, where it is there. */
  readonly like?: string
}

/**
 * Makes a database file of what `use` writes, beside its place at first, under a name that no other process uses. The file comes to its
 * place when all of it is on disk, so that it is there whole or not at all.
 */
export async function writeFile<T>(
  target: FileTarget,
  use: (rows: RowWriter, database: Database.Database) => Promise<T>,
): Promise<T> {
  const { file, check, like } = target
  checkFolder(file)
  await check()
  removeLeftovers(file)
  const part = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    createLike(part, like)
    const written = await writePart(part, use)
    await syncToDisk(part, 'r+')
    await comeToPlace(part, target)
    await syncFolder(dirname(file))
    return written
  } catch (cause) {
    throw isFull(cause)
      ? refusal(storeSaying('file_without_room', { file, reason: reasonOf(cause) }), { cause })
      : cause
  } finally {
    removeAll(part)
  }
}

async function comeToPlace(part: string, target: FileTarget): Promise<void> {
  const { file, check, setAside } = target
  // Asked before the check: a file that comes meanwhile was not checked, and is not replaced.
  const wasThere = isThere(file)
  await check()
  if (wasThere) {
    await makeWay(file, setAside)
    return rename(part, file)
  }
  try {
    // Refuses a name that another process has taken a moment ago. A rename would replace that file.
    await link(part, file)
  } catch (cause) {
    // There are file systems without links.
    await (hasCode(cause, 'EEXIST') ? comeToPlace(part, target) : rename(part, file))
  }
}

function checkFolder(file: string): void {
  const folder = dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw refusal(storeSaying('folder_missing', { folder }))
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw refusal(storeSaying('file_is_folder', { file }))
  }
}

/** The rights are there before any content is: SQLite gives those of the file to its journal as well. */
function createLike(part: string, like: string | undefined): void {
  const model: Stats | undefined = like === undefined ? undefined : statSync(like, { throwIfNoEntry: false })
  const handle = openSync(part, 'wx', model === undefined ? 0o666 : 0o600)
  try {
    if (model === undefined) return
    // Nobody but root may give a file away.
    if (process.getuid?.() === 0) fchownSync(handle, model.uid, model.gid)
    fchmodSync(handle, model.mode & 0o777)
  } finally {
    closeSync(handle)
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

async function makeWay(file: string, setAside: boolean): Promise<void> {
  checkUnused(file)
  // What is left beside a file that is replaced would be taken for a part of the new one.
  if (!setAside) {
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    return
  }
  const time = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')
  for (const end of ['-wal', '-shm', '']) {
    if (isThere(`${file}${end}`)) await rename(`${file}${end}`, `${file}.before-${time}${end}`)
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

const LEFTOVER_MS = 3_600_000

/** What a process has left that was killed. One that still writes has written within the hour. */
function removeLeftovers(file: string): void {
  const folder = dirname(file)
  const start = `${basename(file)}.`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(start) || !/^[0-9a-f]{8}\.part$/.test(name.slice(start.length))) continue
    const stats = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stats !== undefined && Date.now() - stats.mtimeMs > LEFTOVER_MS) removeAll(join(folder, name))
  }
}

function removeAll(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true })
}

const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined

const isFull = (cause: unknown) => hasCode(cause, 'SQLITE_FULL') || hasCode(cause, 'ENOSPC')

const hasCode = (cause: unknown, code: string) => cause instanceof Error && Reflect.get(cause, 'code') === code
