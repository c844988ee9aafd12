import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import type { Slots } from '../prepared'
import { selectHeld, type Holding } from '../queries/leases'

/**
 * Locks the lease until the end of the statement, if it is in force: a takeover waits for that, and one that came first leaves nothing
 * to lock, for a row that was waited for is looked at anew. The lease is locked before anything else, here and everywhere, so no two wait
 * for each other.
 */
export const lockHeld = (dialect: Dialect, at: Slots<Holding>) => selectHeld(dialect, at).forShare()

/** Written out, since the query builder would look for a table of that name in the schema. */
export const isHeld = sql<boolean>`exists (select from held)`
