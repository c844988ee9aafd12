import { randomBytes } from 'node:crypto'
import { postgres } from '@siagh-sync/backends'
import { runSql } from './run-sql'
import type { SchemaPlace } from './with-schema'

/**
 * Lends a new database on a real PostgreSQL server to `work` and drops it afterwards, even if `work` fails. The service keeps its
 * queue in a schema with one name for all sites, so a schema of its own does not separate it from others.
 */
export async function withDatabase<T>(work: (place: SchemaPlace) => Promise<T>): Promise<T> {
  const { url } = await postgres()
  const name = `siagh_sync_bench_${randomBytes(4).toString('hex')}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await runSql(url, `CREATE DATABASE "${name}"`)
  try {
    return await work({ url: own.href, schema: 'siagh_sync' })
  } finally {
    await runSql(url, `DROP DATABASE "${name}" WITH (FORCE)`)
  }
}
