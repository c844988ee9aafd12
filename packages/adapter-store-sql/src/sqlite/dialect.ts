import { DummyDriver, Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Dialect } from '../dialect'
import type { Schema } from '../schema'
import { sqliteTimes } from './time-lists'

/** A placeholder among the bound values. It is replaced by the time on the process's clock when the statement runs. */
export const CLOCK = { reading: 'clock' } as const

/**
 * SQLite's SQL. The statements go to better-sqlite3, several of them in one commit. There is one writer at a time, so
 * no row is locked.
 */
export const sqliteDialect: Dialect = {
  db: new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  }),
  now: sql<number>`${CLOCK}`,
  // ./group-commit.ts decides whether a commit waits for the disk.
  unsynced: sql<boolean>`true`,
  times: sqliteTimes,
  locksRows: false,
}
