import type { Expression, Kysely } from 'kysely'
import type { Schema } from './schema'

/** What the queries have to know of a database beside its SQL. The writes under a lease differ too: see ./ports/leased-writes.ts. */
export interface Dialect {
  /** Writes the database's SQL and runs none of it. */
  readonly db: Kysely<Schema>
  /** The current instant of the clock that decides on leases, in milliseconds since 1970. */
  readonly now: Expression<number>
  /** A condition that always holds. Where a statement itself says whether its commit waits for the disk, this says that it does not. */
  readonly unsynced: Expression<boolean>
  /** Whether two writers may be at work at once, so that one has to lock what it is about to delete. */
  readonly locksRows: boolean
}
