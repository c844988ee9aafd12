import { freePort } from '../free-port'
import { ownServer, type OwnServer } from '../own-server'
import { temporaryFolder } from '../temporary-folder'
import { redisAnswers } from './answers'
import { findRedis } from './find-redis'

/**
 * A Redis (or Valkey) of its own that appends every change to a file and evicts nothing. Rejects with one sentence that says what
 * to install.
 */
export async function startRedis(): Promise<OwnServer> {
  const { file: program, env } = await findRedis()
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
    env,
    user: {},
    orderly: 'SIGTERM',
    atOnce: 'KILL',
    answers: () => redisAnswers(url),
  })
}
