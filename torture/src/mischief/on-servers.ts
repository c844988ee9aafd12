import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Mischief } from './mischief'

/** Redis forgets all that it knew. */
export const flushRedis: Mischief = {
  name: 'flush Redis',
  async act({ stage }) {
    const client = new Redis(stage.redis.url)
    const keys = await client.dbsize()
    await client.flushall()
    client.disconnect()
    return `${String(keys)} keys`
  },
}

/** Redis is stopped and started at once. */
export const restartRedis: Mischief = {
  name: 'restart Redis',
  async act({ stage }) {
    await stage.redis.stop()
    await stage.redis.start()
    return ''
  },
}

/** Redis is stopped for long. */
export const stopRedis: Mischief = {
  name: 'Redis away',
  async act({ stage, scale }) {
    await stage.redis.stop()
    await sleep(scale.redisAwayMs)
    await stage.redis.start()
    return `${String(scale.redisAwayMs)} ms`
  },
}

/** An orderly restart of PostgreSQL ends every connection. */
export const restartPostgres: Mischief = {
  name: 'restart PostgreSQL',
  async act({ stage }) {
    await stage.postgres.stop()
    await stage.postgres.start()
    return ''
  },
}

/** PostgreSQL comes back from its write-ahead log. */
export const killPostgres: Mischief = {
  name: 'kill -9 PostgreSQL',
  async act({ stage }) {
    await stage.postgres.kill()
    await stage.postgres.start()
    return ''
  },
}
