import {
  LATEST_SCHEMA_VERSION,
  MINIMUM_POSTGRES_VERSION,
  SchemaMigrationRequiredError,
  assertSchemaCompatibility,
  runMigrations,
  type PostgresConnection,
} from 'bullmq'

/** BullMQ's own check of the version would write to the console. */
const unchecked = { skipVersionCheck: true } as const

/** PostgreSQL's codes for a missing schema, table or function. */
const GONE: readonly unknown[] = ['3F000', '42P01', '42883']

/** Whether somebody has dropped the schema of the queue. */
export const isSchemaGone = (error: unknown): boolean => GONE.includes((error as { readonly code?: unknown }).code)

type Client = Awaited<ReturnType<PostgresConnection['pool']['connect']>>

/**
 * Brings BullMQ's tables in `schema` up to date, under BullMQ's advisory lock. If they are up to date, nothing is
 * written, and the user needs no right to create anything. Rejects if the server is too old.
 */
export async function prepareSchema({ pool, schema }: PostgresConnection): Promise<void> {
  const client = await pool.connect()
  let broken = true
  try {
    await refuseOldServer(client)
    if ((await versionOf(client, schema)) < LATEST_SCHEMA_VERSION) await runMigrations(client, schema, unchecked)
    broken = false
  } finally {
    client.release(broken)
  }
}

async function versionOf(client: Client, schema: string): Promise<number> {
  try {
    return await assertSchemaCompatibility(client, schema, unchecked)
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return 0
    throw error
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ readonly version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (major < MINIMUM_POSTGRES_VERSION) {
    throw new Error(`BullMQ needs PostgreSQL ${MINIMUM_POSTGRES_VERSION} or newer, this is ${major}`)
  }
}
