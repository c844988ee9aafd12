import { join } from 'node:path'
import { findFolder, foldersOf } from '../find-program'
import { freePort } from '../free-port'
import { ownServer, type OwnServer } from '../own-server'
import { temporaryFolder } from '../temporary-folder'
import { redisAnswers } from './answers'

/**
 * A Redis (or Valkey) of its own that appends every change to a file and evicts nothing. Rejects with one sentence that says what
 * to install.
 */
export async function startRedis(): Promise<OwnServer> {
  const program = findRedis()
  const folder = temporaryFolder('redis', {})
  const port = await freePort()
  const url = `redis://127.0.0.1:${String(port)}`
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
  }
  return ownServer({
    name: 'Redis',
    url,
    folder,
    program,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    user: {},
    orderly: 'SIGTERM',
    atOnce: 'KILL',
    answers: () => redisAnswers(url),
  })
}

function findRedis(): string {
  for (const name of ['redis-server', 'valkey-server']) {
    const folder = findFolder(foldersOf(process.env['PATH']), [name])
    if (folder !== undefined) return join(folder, name)
  }
  throw new Error(
    'Redis is needed: let one listen on 127.0.0.1:6379 without a password, or install one whose redis-server or valkey-server ' +
      'is on the PATH (Debian: apt install redis-server; macOS: brew install redis).',
  )
}
