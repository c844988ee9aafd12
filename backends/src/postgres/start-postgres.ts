import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../free-port'
import { ordinaryUser } from '../ordinary-user'
import { ownServer, type OwnServer } from '../own-server'
import { temporaryFolder } from '../temporary-folder'
import { postgresAnswers } from './answers'
import { findPostgres, type Places } from './find-postgres'

const run = promisify(execFile)

export interface PostgresOptions {
  /** Settings of `postgresql.conf` beside the server's defaults, which fsync every commit. */
  readonly settings?: Readonly<Record<string, string | number>>
  /** Where to look for the programs, if not on this machine's usual places. */
  readonly places?: Places
}

/**
 * A PostgreSQL of its own: superuser `postgres` without a password, database `postgres`, UTF-8. Rejects with one sentence that says
 * what to install.
 */
export async function startPostgres({ settings = {}, places }: PostgresOptions = {}): Promise<OwnServer> {
  const user = ordinaryUser()
  const folder = temporaryFolder('postgres', user)
  const data = join(folder, 'data')
  let programs: string
  try {
    programs = findPostgres(folder, places)
    const how = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync']
    await run(join(programs, 'initdb'), ['-D', data, ...how], { cwd: folder, env: { LC_ALL: 'C' }, ...user })
  } catch (error) {
    rmSync(folder, { recursive: true })
    throw error
  }
  const port = await freePort()
  const url = `postgresql://postgres@127.0.0.1:${String(port)}/postgres`
  const all = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    ...settings,
  }
  return ownServer({
    name: 'PostgreSQL',
    url,
    folder,
    program: join(programs, 'postgres'),
    args: ['-D', data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${String(value)}`])],
    user,
    orderly: 'SIGINT', // ends sessions, writes everything down
    atOnce: 'QUIT', // writes nothing, but leaves no shared memory
    answers: () => postgresAnswers(url),
  })
}
