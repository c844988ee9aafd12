import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely'
import type { Dialect } from '../dialect'
import type { Schema } from '../schema'
import { postgresTimes } from './time-lists'

/**
 * PostgreSQL's SQL for the tables of one schema. Every table is named with its schema, so nothing rests on a `search_path`, which a
 * pooler between here and the server would not keep.
 *
 * The clock is the server's, read at the moment a row is looked at (`now()` would be the transaction's beginning, before it waited
 * for a lock). If that clock is set back, leases last that much longer: records wait, and none is handled twice. If it is set forward,
 * leases end early: another worker takes over, and what the first one still writes is refused.
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
  // Holds for this transaction only, which is this statement, and is looked at when it commits. A `SET LOCAL` would cost a transaction
  // of four round trips.
  unsynced: sql<boolean>`(select set_config('synchronous_commit', 'off', true)) = 'off'`,
  times: postgresTimes,
  locksRows: true,
})
