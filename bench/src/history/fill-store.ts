import Database from 'better-sqlite3'
import { Client } from 'pg'
import type { SchemaPlace } from '../backends/with-schema'

/** A company's past, in SQL. */
type Past = readonly string[]

/** Fills the file of a store that was just opened. The product never has SQLite analyse its tables, and so neither does this. */
export function fillSqlite(file: string, past: Past): void {
  const database = new Database(file)
  try {
    // Ids come in no order: with the small cache that is SQLite's default, every row would be several reads and writes.
    database.pragma('cache_size = -500000')
    database.exec('BEGIN')
    for (const statement of past) database.exec(statement)
    database.exec('COMMIT')
    database.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    database.close()
  }
}

/** Fills the schema of a store that was just opened, and does what the server's autovacuum would do a little later. */
export async function fillPostgres({ url, schema }: SchemaPlace, past: Past): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SET search_path TO "${schema}"`)
    for (const statement of past) await client.query(statement)
    for (const table of ['mapping', 'journal', 'inbox', 'lease']) await client.query(`VACUUM (ANALYZE) ${table}`)
  } finally {
    await client.end()
  }
}
