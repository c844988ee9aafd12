import type { Store } from '@siagh-sync/sync-core'
import { sqlStore } from '../sql-store'
import { createAsk } from './ask'
import { beginRun } from './begin-run'
import { postgresDialect } from './dialect'
import { finishRun } from './finish-run'
import { leasedMappings } from './leased-mappings'
import { leasedMarks } from './leased-marks'
import { createNoteBatch } from './note-batch'
import { openSchema } from './open-schema'
import type { PostgresPool } from './pool'
import { createPostgresRunner } from './runner'
import { checkSchemaName } from './schema-name'

/** Which database, and how it is used. */
export interface PostgresStoreOptions {
  /** A `pg.Pool` of the application's own. The store never ends it. */
  readonly pool: PostgresPool
  /** Where the tables are; created where it is missing. Default `siagh_sync`. */
  readonly schema?: string
  /** How long a call waits for a connection, and again for the answer, before it is `store_unavailable`. Default 10,000. */
  readonly timeoutMs?: number
  /**
   * Lets the server keep the plans of the store's statements, which saves it part of its work. Not behind a pooler in transaction mode
   * that does not know prepared statements: PgBouncer does from 1.21, with `max_prepared_statements` set. Default `false`.
   */
  readonly preparedStatements?: boolean
}

/**
 * Opens a store in a schema of a PostgreSQL database, 13 or newer, and brings the schema up to date. What a method has acknowledged is on
 * the server's disk, as far as its `synchronous_commit` and `fsync` say so; a lease alone may be lost in a power cut. Any number of
 * processes may use one schema; the server's clock decides on leases, and theirs do not matter.
 *
 * A server that is away, hangs or restarts is `store_unavailable` until it is back; then the store goes on by itself. While the store is
 * open, errors of the pool's idle connections do not end the process.
 *
 * Rejects with one sentence that says what to set or do when the server cannot be reached, the role may not create what is missing, or the
 * schema was written by a newer version.
 */
export async function postgresStore({
  pool,
  schema = 'siagh_sync',
  timeoutMs = 10_000,
  preparedStatements = false,
}: PostgresStoreOptions): Promise<Store> {
  checkSchemaName(schema)
  // An idle connection that breaks tells the pool, and ends the process if nobody listens. The pool has dropped it already.
  const ignore = () => {}
  pool.on('error', ignore)
  const dialect = postgresDialect(schema)
  try {
    await openSchema(pool, timeoutMs, dialect, schema)
  } catch (cause) {
    pool.off('error', ignore)
    throw cause
  }
  const ask = createAsk(pool, { timeoutMs, named: preparedStatements })
  const { runner, whileOpen, close } = createPostgresRunner(ask)
  const note = createNoteBatch(dialect, ask)
  return sqlStore({
    dialect,
    runner,
    leased: {
      ...beginRun(dialect),
      ...finishRun(dialect),
      ...leasedMappings(dialect),
      ...leasedMarks(dialect),
    },
    writeNote: (noted) => whileOpen(() => note(noted)),
    close: () => close().map(() => void pool.off('error', ignore)),
  })
}
