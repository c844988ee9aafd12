import type { Expression, Kysely } from 'kysely'
import type { Schema } from './schema'

type List = Expression<string | null>

/** What can be done with a list of times; NULL is an empty one. */
export interface TimeLists {
  /** `list`, then `at`, then all of `more`: the last `KEPT_TIMES` of them. `more` has a value only where notes are written together. */
  append(list: List, at: Expression<number>, more: List): Expression<string | null>
  /** The time that is `place` places from the end, from 1; NULL where the list is shorter. */
  fromEnd(list: List, place: Expression<number>): Expression<number | null>
  /** The first time of a list that has had to drop others, and NULL of one that has not. */
  firstKept(list: List): Expression<number | null>
}

/** More notes than come during one run of a record. */
export const KEPT_TIMES = 64

/** What the queries have to know of a database beside its SQL. The writes under a lease differ too: see ./ports/leased-writes.ts. */
export interface Dialect {
  /** Writes the database's SQL and runs none of it. */
  readonly db: Kysely<Schema>
  /** The current instant of the clock that decides on leases, in milliseconds since 1970. */
  readonly now: Expression<number>
  /** A condition that always holds. Where a statement itself says whether its commit waits for the disk, this says that it does not. */
  readonly unsynced: Expression<boolean>
  /** Lists of times in a column. */
  readonly times: TimeLists
  /** Whether two writers may be at work at once, so that one has to lock what it is about to delete. */
  readonly locksRows: boolean
}
