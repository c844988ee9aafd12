import { Client } from 'pg'
import type { SchemaPlace } from './with-schema'

/** Throws where a commit of PostgreSQL would not wait for the disk: figures of such a server mean nothing. */
export async function demandDurability({ url }: Pick<SchemaPlace, 'url'>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const setting of ['synchronous_commit', 'fsync']) {
      const { rows } = await client.query<Record<string, string>>(`SHOW ${setting}`)
      if (rows[0]?.[setting] !== 'on')
        throw new Error(`PostgreSQL has ${setting} ${String(rows[0]?.[setting])}, not on`)
    }
  } finally {
    await client.end()
  }
}
