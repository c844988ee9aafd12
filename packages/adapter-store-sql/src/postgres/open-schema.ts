import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { migrations } from '../migrations'
import { reasonOf, sayingOfError } from '@siagh-sync/sync-core/messages'
import { refusal, storeSaying } from '../messages/refusal'
import { migrate } from './migrate'
import type { PostgresClient, PostgresPool } from './pool'
import { sqlStateOf } from './sql-state'
import { answerTypes } from './values'
import { withClient } from './with-client'

// A migration may be long, or wait for a long migration of another process.
const MIGRATION_MS = 60_000

/** Brings the schema up to date. Rejects with one sentence that says what to set or do. */
export async function openSchema(
  pool: PostgresPool,
  timeoutMs: number,
  dialect: Dialect,
  schema: string,
): Promise<void> {
  const name = storeSaying('schema_named', { schema })
  const bringUpToDate = (client: PostgresClient) => migrate(client, dialect, schema)
  const version = await withClient(pool, timeoutMs, bringUpToDate, MIGRATION_MS).catch((cause: unknown) => {
    throw openingFailure(cause)
  })
  if (version > migrations.length) {
    throw refusal(storeSaying('written_by_newer_version', { place: name, found: version, known: migrations.length }))
  }
  const place = await withClient(pool, timeoutMs, (client) => movedTo(client, dialect, schema))
  if (place !== undefined) {
    throw refusal(storeSaying('moved_away', { place: name, to: place }))
  }
}

async function movedTo(client: PostgresClient, { db }: Dialect, schema: string): Promise<string | undefined> {
  const { sql: text } = sql`select place from ${sql.id(schema, 'move')} order by moved_at desc limit 1`.compile(db)
  const [row] = (await client.query({ text, types: answerTypes })).rows
  return typeof row === 'object' && row !== null && 'place' in row ? String(row.place) : undefined
}

const INSUFFICIENT_PRIVILEGE = '42501'

function openingFailure(cause: unknown): Error {
  if (cause instanceof Error && sayingOfError(cause) !== undefined) return cause
  const isWithoutRights = sqlStateOf(cause) === INSUFFICIENT_PRIVILEGE
  const reason = reasonOf(cause)
  return refusal(
    isWithoutRights ? storeSaying('postgres_wants_rights', { reason }) : storeSaying('postgres_unusable', { reason }),
    { cause },
  )
}
