import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { migrations } from '../migrations'
import { migrate } from './migrate'
import type { PostgresClient, PostgresPool } from './pool'
import { sqlStateOf } from './sql-state'
import { answerTypes } from './values'
import { withClient } from './with-client'

// A migration may have much to do, or wait for another process that has.
const MIGRATION_MS = 60_000

/** Brings the schema up to date, or rejects with one sentence that says what to set or do. */
export async function openSchema(
  pool: PostgresPool,
  timeoutMs: number,
  dialect: Dialect,
  schema: string,
): Promise<void> {
  const bringUpToDate = (client: PostgresClient) => migrate(client, dialect, schema)
  const version = await withClient(pool, timeoutMs, bringUpToDate, MIGRATION_MS).catch((cause: unknown) => {
    throw openingFailure(cause)
  })
  if (version > migrations.length) {
    throw new Error(
      `postgresStore: the schema ${schema} was written by a newer version of siagh-sync (schema ${version}, this one knows ${migrations.length}); install that version or use another schema`,
    )
  }
  const place = await withClient(pool, timeoutMs, (client) => movedTo(client, dialect, schema))
  if (place !== undefined) {
    throw new Error(`postgresStore: the schema ${schema} was moved to ${place}; use the store there`)
  }
}

async function movedTo(client: PostgresClient, { db }: Dialect, schema: string): Promise<string | undefined> {
  const { sql: text } = sql`select place from ${sql.id(schema, 'move')} order by moved_at desc limit 1`.compile(db)
  const [row] = (await client.query({ text, types: answerTypes })).rows
  return typeof row === 'object' && row !== null && 'place' in row ? String(row.place) : undefined
}

const INSUFFICIENT_PRIVILEGE = '42501'

function openingFailure(cause: unknown): Error {
  if (cause instanceof Error && cause.message.startsWith('postgresStore: ')) return cause
  const advice =
    sqlStateOf(cause) === INSUFFICIENT_PRIVILEGE
      ? 'let a role that may do so create the schema, and grant this one CREATE and USAGE on it'
      : 'see that the server runs and that the settings of the pool lead to it'
  return new Error(`postgresStore: PostgreSQL cannot be used: ${reasonOf(cause)}; ${advice}`, { cause })
}

function reasonOf(cause: unknown): string {
  // A host name with several addresses fails with an error for each, and no words of its own.
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ')
  return cause instanceof Error ? cause.message : String(cause)
}
