import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import type { Slots } from '../prepared'
import { selectHeld, type Holding } from '../queries/leases'

/**
 * Locks the lease until the end of the statement, if it is valid. A worker that takes the lease over has to wait. If
 * it came first, there is nothing to lock, because a row is read again after waiting for it. The lease is always
 * locked first, here and everywhere, so there is no deadlock.
 */
export const lockHeld = (dialect: Dialect, at: Slots<Holding>) => selectHeld(dialect, at).forShare()

/** Raw SQL, because the query builder would look for a table with this name in the schema. */
export const isHeld = sql<boolean>`exists (select from held)`
