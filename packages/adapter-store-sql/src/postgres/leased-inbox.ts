import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow, type Operation } from '../operation'
import type { ChangedEntry, LeasedWrites } from '../ports/leased-writes'
import { prepared, type Slots } from '../prepared'
import {
  buryEntry,
  postponeEntry,
  settleEntry,
  type Buried,
  type Postponed,
  type Settled,
} from '../queries/inbox-changes'
import { selectHeld, type Holding } from '../queries/leases'
import type { InboxTable, KeyColumns } from '../schema'

type State = InboxTable['state']

/**
 * Locks the lease until the end of the statement, if it is in force: a takeover waits for that, and one that came first leaves nothing
 * to lock, for a row that was waited for is looked at anew.
 */
export const lockHeld = (dialect: Dialect, at: Slots<Holding>) => selectHeld(dialect, at).forShare()

/** Written out, since the query builder would look for a table of that name in the schema. */
export const isHeld = sql<boolean>`exists (select from held)`

/** The writes under a lease on the inbox. The lease is locked before the entry, here and everywhere, so no two wait for each other. */
export function leasedInbox(dialect: Dialect): Pick<LeasedWrites, 'settle' | 'postpone' | 'bury'> {
  const { db } = dialect
  return {
    settle: changed(dialect, (at: Slots<Settled>) => settleEntry(dialect, at)),
    postpone: changed(dialect, (at: Slots<Postponed>) => postponeEntry(db, at)),
    bury: changed(dialect, (at: Slots<Buried>) => buryEntry(db, at)),
  }
}

function changed<Values extends KeyColumns>(
  dialect: Dialect,
  change: (at: Slots<Values>) => ReturnType<typeof settleEntry>,
) {
  const statement = prepared((at: Slots<Values & Holding>) =>
    dialect.db
      .with('held', () => lockHeld(dialect, at as Slots<Holding>))
      .with('changed', () => change(at as Slots<Values>).where(isHeld))
      .selectNoFrom((eb) => [
        eb.exists(eb.selectFrom('held').select('held.token')).as('held'),
        eb.selectFrom('changed').select('changed.state').as('state'),
      ]),
  )
  return function* (token: string, values: Values): Operation<ChangedEntry> {
    const row: { held: unknown; state: State | null } | undefined = yield* firstRow(statement({ ...values, token }))
    return row?.held === true ? (row.state ?? undefined) : 'lease_lost'
  }
}
