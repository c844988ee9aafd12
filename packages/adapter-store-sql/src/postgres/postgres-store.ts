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

/** The options of a store in PostgreSQL. */
export interface PostgresStoreOptions {
  /** A `pg.Pool` of the application. The store never ends it. */
  readonly pool: PostgresPool
  /** The schema of the tables. It is created if it is missing. Default `siagh_sync`. */
  readonly schema?: string
  /**
   * How long a call waits for a connection, and then again for the answer, before it is `store_unavailable`. Default
   * 10,000.
   */
  readonly timeoutMs?: number
  /**
   * Lets the server keep the plans of the store's statements, which saves work. Not possible behind a pooler in
   * transaction mode without prepared statements. PgBouncer supports them from 1.21, with `max_prepared_statements`
   * set. Default `false`.
   */
  readonly preparedStatements?: boolean
}

/**
 * Opens a store in a schema of a PostgreSQL database, 13 or newer, and brings the schema up to date. What a method
 * has acknowledged is on the server's disk, if the server's `synchronous_commit` and `fsync` are on. Only a lease may
 * be lost in a power failure. Any number of processes may use one schema. The server's clock decides about leases;
 * the clocks of the processes do not matter.
 *
 * While a server is away, hangs or restarts, calls return `store_unavailable`. After that the store continues by
 * itself. While the store is open, errors of idle connections in the pool do not end the process.
 *
 * Rejects with one sentence that says what to set or do if the server cannot be reached, if the role may not create
 * what is missing, or if a newer version has written the schema.
 */
export async function postgresStore({
  pool,
  schema = 'siagh_sync',
  timeoutMs = 10_000,
  preparedStatements = false,
}: PostgresStoreOptions): Promise<Store> {
  checkSchemaName(schema)
  // If an idle connection breaks, the pool emits an error, which would end the process if nobody listened. The pool
  // has already dropped the connection.
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
