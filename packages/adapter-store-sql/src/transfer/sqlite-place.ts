import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type Database from 'better-sqlite3'
import { migrations } from '../migrations'
import { migrate } from '../sqlite/migrate'
import { refuseClosed } from '../sqlite/refuse-closed'
import { refusal, storeSaying } from '../messages/refusal'
import { sqliteFence } from './fence'
import { connect, firstValue, openStoreFile, versionOf } from './sqlite-connection'
import { sqliteRows } from './sqlite-rows'
import type { StorePlace } from './store-place'
import { copiedTables } from './tables'
import { checkUnused, useAlone } from './used-alone'
import { writeFile } from './write-file'

/** The file, and what may be done with a store in it. */
export interface SqlitePlaceOptions {
  readonly file: string
  /** Whether `fill` keeps an existing store under the same name with the time added. Default `false`. */
  readonly setAside?: boolean
}

/** The store in a SQLite file. */
export function sqlitePlace({ file: given, setAside = false }: SqlitePlaceOptions): StorePlace {
  const file = resolve(given)
  const isEmpty = async () => !existsSync(file) || isEmptyFile(file)
  return {
    name: file,
    file,
    isEmpty,
    async read(use) {
      const { database, version } = openStoreFile(file)
      return closing(database, async () => {
        refuseClosed(database, file)
        database.exec('BEGIN')
        return use(sqliteRows(database, version))
      })
    },
    async fill(use) {
      const check = async () => {
        if (!setAside && !(await isEmpty())) {
          throw refusal(storeSaying('file_holds_store', { place: file }))
        }
        refuseHeldFile(file)
      }
      return writeFile({ file, check, setAside, like: file }, use)
    },
    async handOver(movedTo, use) {
      const { database } = openStoreFile(file)
      return closing(database, async () => {
        useAlone(database, file)
        migrate(database, file)
        refuseClosed(database, file)
        database.exec('BEGIN EXCLUSIVE')
        refuseHeld(database, file)
        const answer = await use(sqliteRows(database, migrations.length))
        for (const { sql, values } of sqliteFence(movedTo, Date.now())) database.prepare(sql).run(values)
        database.exec('COMMIT')
        return answer
      })
    },
  }
}

/** Closes the database after `work`. Uncommitted changes are undone. */
async function closing<T>(database: Database.Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    database.close()
  }
}

function isEmptyFile(file: string): boolean {
  const database = connect(file)
  try {
    const version = versionOf(database)
    if (version === 0) return firstValue(database.prepare('SELECT count(*) FROM sqlite_master').get([])) === 0
    return copiedTables
      .filter(({ name, since }) => name !== 'origin' && version >= since)
      .every(({ name }) => database.prepare(`SELECT 1 FROM "${name}" LIMIT 1`).get([]) === undefined)
  } catch {
    // A damaged file, or no database: it is not empty.
    return false
  } finally {
    database.close()
  }
}

/**
 * Throws if a lease is valid. It belongs to a run of a process that has just died, and a write of that run may still
 * arrive.
 */
function refuseHeld(database: Database.Database, file: string): void {
  const latest = latestLease(database)
  if (typeof latest === 'number') throw inUse(file, latest)
}

function latestLease(database: Database.Database): unknown {
  return firstValue(database.prepare('SELECT max(expires_at) FROM lease WHERE expires_at > ?').get([Date.now()]))
}

/** The same for a store that is to be set aside. In a damaged file no lease can be found. */
function refuseHeldFile(file: string): void {
  if (!existsSync(file)) return
  checkUnused(file)
  const latest = latestLeaseOf(file)
  if (typeof latest === 'number') throw inUse(file, latest)
}

function latestLeaseOf(file: string): unknown {
  const database = connect(file)
  try {
    return latestLease(database)
  } catch {
    return undefined
  } finally {
    database.close()
  }
}

function inUse(file: string, until: number): Error {
  return refusal(storeSaying('file_in_use_until', { place: file, time: new Date(until).toISOString() }))
}
