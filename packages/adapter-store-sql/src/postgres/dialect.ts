import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { Dialect } from '../dialect'
import type { Schema } from '../schema'
import { postgresTimes } from './time-lists'

/**
 * PostgreSQL's SQL for the tables of one schema. Every table is named with its schema, so no `search_path` is needed.
 * A pooler between this process and the server would not keep it.
 *
 * The clock is the server's, read when a row is examined. (`now()` would be the beginning of the transaction, before
 * it waited for a lock.) If that clock is set back, leases last longer: records wait, and none is handled twice. If
 * it is set forward, leases end early: another worker takes over, and later writes of the first one are refused.
 */
export const postgresDialect = (schema: string): Dialect => ({
  db: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }).withSchema(schema),
  now: sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`,
  // Valid only for this transaction, which is this statement. PostgreSQL reads it at the commit. A `SET LOCAL` would
  // need a transaction of four round trips.
  unsynced: sql<boolean>`(select set_config('synchronous_commit', 'off', true)) = 'off'`,
  times: postgresTimes,
  locksRows: true,
})
