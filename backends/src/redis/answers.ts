import { Redis } from 'ioredis'

/** Whether a Redis answers at `url` without a password. */
export async function redisAnswers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  })
  client.on('error', () => undefined) // the ping tells
  try {
    await client.connect()
    await client.ping()
    return true
  } catch {
    return false
  } finally {
    client.disconnect()
  }
}
