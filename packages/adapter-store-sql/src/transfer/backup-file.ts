import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { sayingOfError } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { refuseClockBehind, type ClockOptions } from './clock-behind'
import { copyRows, type Contents } from './copy-rows'
import { BACKUP_TABLE, connect, firstValue, hasTable, openStoreFile } from './sqlite-connection'
import { sqliteRows } from './sqlite-rows'
import type { StorePlace } from './store-place'
import { gapTable } from './tables'
import { writeFile } from './write-file'

/** The target of a backup. */
export interface BackupOptions {
  readonly file: string
  /** Whether an existing backup may be replaced. Other files are never replaced. Default `false`. */
  readonly replace?: boolean
}

/** The result of a backup. */
export interface BackedUp extends Contents {
  readonly file: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
}

/**
 * Writes a consistent copy of a store into a SQLite file, while the store is in use. The file appears only when it is
 * complete, and it is on disk when this resolves. It is a backup, and `sqliteStore` refuses to open it:
 * `restoreStore` makes a store of it. Rejects with one sentence.
 */
export async function backUpStore(
  from: StorePlace,
  { file: given, replace = false }: BackupOptions,
): Promise<BackedUp> {
  const file = resolve(given)
  if (isOfStore(file, from)) throw refusal(storeSaying('file_is_store_itself', { file }))
  const madeAt = Date.now()
  const contents = await from.read((source) =>
    writeFile(
      { file, check: async () => checkTarget(file, replace), setAside: false, ...likeOf(from) },
      async (rows, database) => {
        database.exec(`create table ${BACKUP_TABLE} (made_at integer not null)`)
        database.prepare(`insert into ${BACKUP_TABLE} (made_at) values (?)`).run([madeAt])
        return copyRows(source, rows)
      },
    ),
  )
  return { ...contents, file, madeAt }
}

/** SQLite takes the files beside a database by their names, and removes them when it closes. */
function isOfStore(file: string, { file: store }: StorePlace): boolean {
  if (store === undefined) return false
  return ['', '-wal', '-shm', '-journal'].some((end) => realPath(`${store}${end}`) === realPath(file))
}

/** The path without symbolic links, also of a file that is not there yet. */
function realPath(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file))
  } catch {
    return file
  }
}

/** The backup has the same content as the store, so it gets the same access rights. */
const likeOf = ({ file }: StorePlace) => (file === undefined ? {} : { like: file })

function checkTarget(file: string, replace: boolean): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there === undefined) return
  if (!replace) throw refusal(storeSaying('backup_is_there', { file }))
  if (there.size > 0 && !isBackup(file)) {
    throw refusal(storeSaying('file_is_no_backup', { file }))
  }
}

function isBackup(file: string): boolean {
  const database = connect(file)
  try {
    return hasTable(database, BACKUP_TABLE)
  } catch {
    // Not a database, or a damaged one.
    return false
  } finally {
    database.close()
  }
}

/** The result of a restore. */
export interface Restored extends Contents {
  /** When the backup was made. Absent: the file does not say it. */
  readonly backedUpAt?: number
  /** When the backup was restored. The store does not know what was done between the two times. */
  readonly restoredAt: number
}

/**
 * Makes a store from a backup, or from another copy of a SQLite store. The store remembers that it was restored, so
 * that documents which were posted meanwhile are not posted a second time. The backup stays as it is. Rejects with
 * one sentence, for example if the clock of this machine is behind the times in the store.
 */
export async function restoreStore(given: string, to: StorePlace, clock: ClockOptions = {}): Promise<Restored> {
  const file = resolve(given)
  if (file === to.name) throw refusal(storeSaying('file_is_place_of_store', { file }))
  const { database, version } = openBackup(file)
  try {
    const backedUpAt = madeAtOf(database)
    database.exec('BEGIN')
    return await to.fill(async (rows) => {
      const contents = await copyRows(sqliteRows(database, version), rows)
      const restoredAt = Date.now()
      refuseClockBehind(restoredAt, Math.max(contents.latestAt, backedUpAt ?? 0), clock)
      await rows.insert(gapTable, [{ restored_at: restoredAt, backed_up_at: backedUpAt ?? null }])
      return { ...contents, restoredAt, ...(backedUpAt !== undefined && { backedUpAt }) }
    })
  } finally {
    database.close()
  }
}

/** The message has to name the backup and not the place of the store. */
function openBackup(file: string): ReturnType<typeof openStoreFile> {
  try {
    return openStoreFile(file)
  } catch (cause) {
    const { fault } = sayingOfError(cause)?.params ?? {}
    throw fault === undefined ? cause : refusal(storeSaying('backup_damaged', { file, fault }), { cause })
  }
}

function madeAtOf(database: Parameters<typeof hasTable>[0]): number | undefined {
  if (!hasTable(database, BACKUP_TABLE)) return undefined
  const madeAt = firstValue(database.prepare(`select made_at from ${BACKUP_TABLE}`).get([]))
  return typeof madeAt === 'number' ? madeAt : undefined
}
