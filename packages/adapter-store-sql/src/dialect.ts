import type { Expression, Kysely } from 'kysely'
import type { Schema } from './schema'

type List = Expression<string | null>

/** Operations on a list of times. NULL is an empty list. */
export interface TimeLists {
  /**
   * `list`, then `at`, then all of `more`: the last `KEPT_TIMES` of them. Only notes that are written together use
   * `more`.
   */
  append(list: List, at: Expression<number>, more: List): Expression<string | null>
  /** The time at `place`, counted from the end and from 1. NULL: the list is shorter. */
  fromEnd(list: List, place: Expression<number>): Expression<number | null>
  /** The first time of a list that has dropped others. NULL: the list has dropped none. */
  firstKept(list: List): Expression<number | null>
}

/** More notes than come while a record is handled once. */
export const KEPT_TIMES = 64

/**
 * What differs between the databases in the queries, apart from their SQL. The writes under a lease differ too: see
 * ./ports/leased-writes.ts.
 */
export interface Dialect {
  /** Builds the SQL of the database, but runs nothing. */
  readonly db: Kysely<Schema>
  /** The present time of the clock that decides about leases, in milliseconds since 1970. */
  readonly now: Expression<number>
  /**
   * A condition that is always true. In a database where a statement decides whether its commit waits for the disk,
   * this makes the commit not wait.
   */
  readonly unsynced: Expression<boolean>
  /** Lists of times in a column. */
  readonly times: TimeLists
  /** Whether two writers may work at once. Then a writer must lock rows before it deletes them. */
  readonly locksRows: boolean
}
