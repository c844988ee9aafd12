import { join } from 'node:path'
import { findFolder, foldersOf } from '../find-program'
import { fetchRedis, type RedisProgram } from './fetch-redis'

/**
 * The `redis-server` or `valkey-server` of the PATH, else one that is fetched into a cache folder. Rejects with one sentence that
 * says what to install.
 */
export async function findRedis(): Promise<RedisProgram> {
  for (const name of ['redis-server', 'valkey-server']) {
    const folder = findFolder(foldersOf(process.env['PATH']), [name])
    if (folder !== undefined) return { file: join(folder, name), env: {} }
  }
  const fetched = await fetchRedis().catch((cause: unknown) => {
    throw new Error(`${NEEDED} It could not be fetched: ${lastLine(cause)}`, { cause })
  })
  if (fetched === undefined) throw new Error(NEEDED)
  return fetched
}

const NEEDED =
  'Redis is needed: let one listen on 127.0.0.1:6379 without a password, or install one whose redis-server or valkey-server ' +
  'is on the PATH (Debian: apt install redis-server; macOS: brew install redis).'

function lastLine(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause)
  return message.trim().split('\n').at(-1) ?? ''
}
