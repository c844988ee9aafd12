import { closeSync, fchmodSync, fchownSync, openSync, readdirSync, rmSync, statSync, type Stats } from 'node:fs'
import { link, open, rename } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { migrate } from '../sqlite/migrate'
import { reasonOf } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { connect } from './sqlite-connection'
import { sqliteRows } from './sqlite-rows'
import type { RowWriter } from './store-place'
import { checkUnused } from './used-alone'

/** The target of a new database file. */
export interface FileTarget {
  readonly file: string
  /**
   * Called before anything is written, and again just before the file gets its final name. Rejects if the file may
   * not be written.
   */
  readonly check: () => Promise<void>
  /** Whether an existing file is kept, under its name with the time added. Otherwise the new file replaces it. */
  readonly setAside: boolean
  /** A file with the access rights and the owner for the new one, if it exists. */
  readonly like?: string
}

/**
 * Makes a database file from what `use` writes. It is written under a name that no other process uses. When all of it
 * is on disk, it gets its final name. So the file appears only when it is complete.
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
  // Read before the check: a file that appears after this was not checked, so it must not be replaced.
  const wasThere = isThere(file)
  await check()
  if (wasThere) {
    const linked = await makeWay(file, setAside)
    return rename(part, file).catch((cause: unknown) => {
      if (linked !== undefined) rmSync(linked, { force: true })
      throw cause
    })
  }
  try {
    // Fails if another process has just used the name. A rename would replace that file.
    await link(part, file)
  } catch (cause) {
    // Some file systems have no links.
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

/** The rights are set before there is any content. SQLite gives its journal the same rights. */
function createLike(part: string, like: string | undefined): void {
  const model: Stats | undefined = like === undefined ? undefined : statSync(like, { throwIfNoEntry: false })
  const handle = openSync(part, 'wx', model === undefined ? 0o666 : 0o600)
  try {
    if (model === undefined) return
    // Only root may change the owner of a file.
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

/** Resolves with the second name of a file that is set aside and still has its own. */
async function makeWay(file: string, setAside: boolean): Promise<string | undefined> {
  checkUnused(file)
  // A leftover beside a replaced file would be read as a part of the new file.
  if (!setAside) {
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    return undefined
  }
  const aside = unusedName(`${file}.before-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`)
  for (const end of ['-wal', '-shm']) {
    if (isThere(`${file}${end}`)) await rename(`${file}${end}`, `${aside}${end}`)
  }
  // The file keeps its name until the new one takes it: a service that starts in between would make an empty store.
  try {
    await link(file, aside)
    return aside
  } catch {
    // Some file systems have no links.
    await rename(file, aside)
    return undefined
  }
}

function unusedName(name: string, again = 1): string {
  const other = again === 1 ? name : `${name}-${again}`
  return isThere(other) ? unusedName(name, again + 1) : other
}

/** Windows cannot open a folder. There a rename is on disk when the file is. */
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

/** Removes the leftovers of killed processes. A process that is still writing has written within the last hour. */
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
