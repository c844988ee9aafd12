import type { RedisOptions } from 'bullmq'
import type { BullmqConnection, PostgresConnectionOptions } from './options'

/** The engine, and how to reach it. */
export type Target =
  | { readonly engine: 'redis'; readonly options: RedisOptions }
  | { readonly engine: 'postgres'; readonly options: PostgresConnectionOptions }

const WANTED =
  'a `connection`: a redis://, rediss://, postgres:// or postgresql:// URL, options of ioredis, or an object with a `connectionString`'

/** Throws one sentence that says what to set. It does not repeat the given value, because that may hold a password. */
export function readConnection(connection: BullmqConnection): Target {
  const given: unknown = connection
  if (typeof connection === 'string') return readUrl(connection)
  if (typeof given !== 'object' || given === null) throw new TypeError(`bullmqQueue needs ${WANTED}`)
  if ('connectionString' in connection) {
    if (typeof connection.connectionString !== 'string') throw new TypeError(`bullmqQueue needs ${WANTED}`)
    return { engine: 'postgres', options: connection as PostgresConnectionOptions }
  }
  if ('connect' in connection || 'query' in connection) {
    throw new TypeError(
      'bullmqQueue opens its connections itself: give it options or a URL as `connection`, not a client',
    )
  }
  if ('keyPrefix' in connection) {
    throw new TypeError('bullmqQueue cannot use `keyPrefix` of ioredis: set `prefix` beside `connection`')
  }
  return { engine: 'redis', options: connection }
}

function readUrl(url: string): Target {
  const scheme = /^([a-z]+):\/\//i.exec(url)?.[1]?.toLowerCase()
  if (scheme === 'redis' || scheme === 'rediss') return { engine: 'redis', options: { url } }
  if (scheme === 'postgres' || scheme === 'postgresql')
    return { engine: 'postgres', options: { connectionString: url } }
  throw new TypeError(`bullmqQueue needs ${WANTED}`)
}
