import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'

/** Variables for a database schema and a queue that nobody else has. They are gone when the test is over. */
export function ownPlace(databaseUrl: string, queueUrl: string = databaseUrl): NodeJS.ProcessEnv {
  const name = `example_${randomBytes(6).toString('hex')}`
  onTestFinished(async () => {
    await ask(databaseUrl, `DROP SCHEMA IF EXISTS ${name} CASCADE`)
    if (queueUrl.startsWith('redis')) await forget(queueUrl, name)
  })
  return { DATABASE_URL: databaseUrl, DATABASE_SCHEMA: name, QUEUE_URL: queueUrl, QUEUE_PREFIX: name }
}

/** The rows that a statement of the test answers. */
export async function ask(databaseUrl: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows }: { readonly rows: readonly unknown[] } = await client.query(statement)
    return rows
  } finally {
    await client.end()
  }
}

async function forget(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url)
  for await (const keys of redis.scanStream({ match: `${prefix}:*` })) {
    if (Array.isArray(keys) && keys.length > 0) await redis.del(keys.map(String))
  }
  await redis.quit()
}
