import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findFolder, foldersOf } from '../find-program'

const run = promisify(execFile)

/** A program, and where its libraries are where the system has none. */
export interface RedisProgram {
  readonly file: string
  readonly env: Readonly<Record<string, string>>
}

/** The folder that keeps what was fetched: in `XDG_CACHE_HOME`, else in `.cache` of the user. */
const cacheFolder = () => join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'siagh-sync')

/**
 * The Redis that was fetched before, else fetched now from the package archive of a Debian or Ubuntu, which wants neither root nor an
 * answer from a person, and changes nothing of the system. `undefined`: this system has no such archive. Rejects where it does not come.
 */
export async function fetchRedis(): Promise<RedisProgram | undefined> {
  const kept = join(cacheFolder(), `redis-${process.arch}`)
  if (!existsSync(kept)) {
    if (findFolder(foldersOf(process.env['PATH']), ['apt-get', 'dpkg-deb']) === undefined) return undefined
    await fetchInto(kept)
  }
  return programIn(kept)
}

/** Several processes may fetch at once: each into a folder of its own, and the first one's is kept. */
async function fetchInto(kept: string): Promise<void> {
  mkdirSync(cacheFolder(), { recursive: true })
  const folder = mkdtempSync(join(cacheFolder(), 'fetch-'))
  try {
    const root = join(folder, 'root')
    for (const archive of await download(folder)) await run('dpkg-deb', ['-x', archive, root])
    try {
      renameSync(root, kept)
    } catch (error) {
      if (!existsSync(kept)) throw error
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The archives of Redis, and of the libraries that the system does not have. */
async function download(folder: string): Promise<string[]> {
  const lists = join(folder, 'lists')
  const archives = join(folder, 'archives')
  for (const each of [lists, archives]) mkdirSync(join(each, 'partial'), { recursive: true })
  const settings = {
    'Dir::State::Lists': lists,
    'Dir::Cache::Archives': archives,
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    'Debug::NoLocking': '1',
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  }
  const options = [
    '--quiet',
    '--yes',
    ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]),
  ]
  const env = { ...process.env, LC_ALL: 'C' }
  await run('apt-get', [...options, 'update'], { env })
  // `--reinstall`: a package that the system has, but not on the PATH, is fetched as well.
  const want = ['install', '--download-only', '--no-install-recommends', '--reinstall', 'redis-server', 'redis-tools']
  await run('apt-get', [...options, ...want], { env })
  return readdirSync(archives)
    .filter((name) => name.endsWith('.deb'))
    .map((name) => join(archives, name))
}

function programIn(root: string): RedisProgram {
  const libraries = ['usr/lib', 'lib']
    .map((name) => join(root, name))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => join(folder, name))])
  const before = process.env['LD_LIBRARY_PATH']
  const path = [...libraries, ...(before ? [before] : [])].join(':')
  return { file: join(root, 'usr/bin/redis-server'), env: { LD_LIBRARY_PATH: path } }
}
