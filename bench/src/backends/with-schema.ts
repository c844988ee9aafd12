import { randomBytes } from 'node:crypto'
import { postgres } from '@siagh-sync/backends'
import { runSql } from './run-sql'

/** A place on a PostgreSQL server that is nobody else's. */
export interface SchemaPlace {
  readonly url: string
  readonly schema: string
}

/** Lends the name of a schema on a real PostgreSQL server to `work` and drops the schema afterwards, even if `work` fails. `work` creates the schema. */
export async function withSchema<T>(work: (place: SchemaPlace) => Promise<T>): Promise<T> {
  const { url } = await postgres()
  const schema = `siagh_sync_bench_${randomBytes(4).toString('hex')}`
  try {
    return await work({ url, schema })
  } finally {
    await runSql(url, `DROP SCHEMA IF EXISTS "${schema}" CASCADE`)
  }
}
