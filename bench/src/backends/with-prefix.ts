import { randomBytes } from 'node:crypto'
import { redis } from '@siagh-sync/backends'
import { Redis } from 'ioredis'

/** Keys on a Redis server that are nobody else's. */
export interface PrefixPlace {
  readonly url: string
  readonly prefix: string
}

/** Lends a prefix on a real Redis server to `work` and removes its keys afterwards, even if `work` fails. */
export async function withPrefix<T>(work: (place: PrefixPlace) => Promise<T>): Promise<T> {
  const { url } = await redis()
  const prefix = `siagh-sync-bench-${randomBytes(4).toString('hex')}`
  try {
    return await work({ url, prefix })
  } finally {
    await removeKeys(url, prefix)
  }
}

async function removeKeys(url: string, prefix: string): Promise<void> {
  const client = new Redis(url)
  try {
    for await (const keys of client.scanStream({ match: `${prefix}*`, count: 1_000 }) as AsyncIterable<string[]>) {
      if (keys.length > 0) await client.unlink(...keys)
    }
  } finally {
    client.disconnect()
  }
}
