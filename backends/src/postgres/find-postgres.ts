import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findFolder, foldersOf } from '../find-program'
import { findPackaged, unpack } from './packaged-postgres'

/** Where to look, in this order. */
export interface Places {
  readonly path: readonly string[]
  /** Where Debian puts the programs of each version, off the PATH. */
  readonly versions: readonly string[]
  /** The folder `native` of the npm package. */
  readonly packaged: string | undefined
}

const debian = '/usr/lib/postgresql'

const placesHere = (): Places => ({
  path: foldersOf(process.env['PATH']),
  versions: newestFirst(debian).map((version) => join(debian, version, 'bin')),
  packaged: findPackaged(),
})

/**
 * The folder with `initdb` and `postgres`; those of the package are put into `folder` first. Throws one sentence that says what to
 * install where there are none.
 */
export function findPostgres(folder: string, places: Places = placesHere()): string {
  const installed = findFolder([...places.path, ...places.versions], ['initdb', 'postgres'])
  if (installed !== undefined) return installed
  if (places.packaged !== undefined) return unpack(places.packaged, folder)
  throw new Error(
    'PostgreSQL is needed: let one listen on 127.0.0.1:5432 (user postgres or yours, database postgres), or install one whose ' +
      'initdb and postgres are on the PATH (Debian: apt install postgresql), or let pnpm install optional dependencies.',
  )
}

function newestFirst(folder: string): string[] {
  try {
    return readdirSync(folder).sort((a, b) => Number(b) - Number(a))
  } catch {
    return [] // not Debian
  }
}
