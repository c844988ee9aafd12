import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { migrations } from '../migrations'
import { postgresTypes } from './column-types'
import type { PostgresClient } from './pool'
import { readVersion, type Run } from './read-version'
import { answerTypes } from './values'

// Any number that nobody else locks. Every process that migrates a store in this database takes this lock.
const MIGRATION_LOCK = sql.lit(7_242_416_311)

/**
 * Brings the schema to the newest version, in one transaction. There is no way back. If several processes start
 * together, one migrates. The others wait and find nothing to do. The lock ends with the transaction, so a pooler in
 * transaction mode may be used. A role without the right to create schemas or tables can open a schema that is up to
 * date. Returns the version before the migration. A newer version than this code knows is left as it is.
 */
export async function migrate(client: PostgresClient, dialect: Dialect, schema: string): Promise<number> {
  const { db } = dialect
  const run: Run = async ({ sql: text, parameters }) => {
    const { rows } = await client.query({ text, values: [...parameters], types: answerTypes })
    return rows
  }
  await run(sql`begin`.compile(db))
  try {
    await run(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.compile(db))
    const version = await readVersion(run, dialect, schema)
    if (version < migrations.length) {
      const isThere = await hasSchema(run, dialect, schema)
      await client.query({ text: toUpgrade(dialect, schema, isThere, version) })
    }
    await run(sql`commit`.compile(db))
    return version
  } catch (cause) {
    // If the connection has failed, the server rolls back by itself.
    await run(sql`rollback`.compile(db)).catch(() => undefined)
    throw cause
  }
}

/** All statements in one text, and so in one round trip. They have no values to bind. */
function toUpgrade({ db }: Dialect, schema: string, isThere: boolean, version: number): string {
  const table = sql.id(schema, 'siagh_sync_version')
  const statements = [
    // `create schema if not exists` needs the right to create a schema even if it exists.
    ...(isThere ? [] : [sql`create schema ${sql.id(schema)}`.compile(db)]),
    sql`create table if not exists ${table} (version integer not null)`.compile(db),
    ...migrations.slice(version).flatMap((migration) => migration(db, postgresTypes)),
    sql`delete from ${table}`.compile(db),
    sql`insert into ${table} (version) values (${sql.lit(migrations.length)})`.compile(db),
  ]
  return statements.map((statement) => statement.sql).join(';\n')
}

const hasSchema = async (run: Run, { db }: Dialect, schema: string): Promise<boolean> =>
  (await run(sql`select 1 from pg_catalog.pg_namespace where nspname = ${schema}`.compile(db))).length > 0
