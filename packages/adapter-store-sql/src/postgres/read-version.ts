import { sql, type CompiledQuery } from 'kysely'
import type { Dialect } from '../dialect'
import { migrations } from '../migrations'
import { objectsOf } from '../migrations/objects-of'
import type { Saying } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { postgresTypes } from './column-types'

/** Runs a statement and returns its rows. */
export type Run = (statement: CompiledQuery) => Promise<readonly unknown[]>

/**
 * The version of the tables in the schema. 0: there are none. A version that is newer than this code is returned as
 * it is. Throws one sentence if the version is impossible, or if tables or indexes of that version are missing.
 */
export async function readVersion(run: Run, dialect: Dialect, schema: string): Promise<number> {
  const { db } = dialect
  const found = await run(
    sql`select class.relname as name from pg_catalog.pg_class as class
      join pg_catalog.pg_namespace as namespace on namespace.oid = class.relnamespace
      where namespace.nspname = ${schema}`.compile(db),
  )
  const names = new Set((found as readonly { readonly name: string }[]).map(({ name }) => name))
  const objects = (version: number) => objectsOf(version, db, postgresTypes)
  if (!names.has('siagh_sync_version')) {
    if (!objects(1).some((name) => names.has(name))) return 0
    throw damaged(schema, storeSaying('version_table_missing'))
  }
  const rows = await run(
    sql`select to_jsonb(held)::text as row from ${sql.id(schema, 'siagh_sync_version')} as held`.compile(db),
  )
  const version = toVersion(rows as readonly { readonly row: string }[], schema)
  const missing = objects(version).filter((name) => !names.has(name))
  if (missing.length > 0) throw damaged(schema, storeSaying('tables_missing', { version, names: missing.join(', ') }))
  return version
}

/** A row is read as JSON, because the column may have a wrong type. */
function toVersion(rows: readonly { readonly row: string }[], schema: string): number {
  const [version] = rows.map(({ row }) => (JSON.parse(row) as { readonly version?: unknown }).version)
  if (rows.length !== 1 || typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const held = `[${rows.map(({ row }) => row).join()}]`
    throw damaged(schema, storeSaying('version_is_nonsense', { rows: held, newest: migrations.length }))
  }
  return version
}

function damaged(schema: string, fault: Saying): Error {
  const about = { place: storeSaying('schema_named', { schema }), fault, advice: storeSaying('restore_schema') }
  return refusal(storeSaying('store_damaged', about))
}
