import { DummyDriver, Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Dialect } from '../dialect'
import type { Schema } from '../schema'

/** Stands among the bound values for the reading of the process's clock at the moment of the statement. */
export const CLOCK = { reading: 'clock' } as const

/** SQLite's SQL; the statements go to better-sqlite3, several of them in one commit. One writer at a time, so nothing is locked. */
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
  // Whether a commit waits for the disk is decided in ./group-commit.ts.
  unsynced: sql<boolean>`true`,
  locksRows: false,
}
