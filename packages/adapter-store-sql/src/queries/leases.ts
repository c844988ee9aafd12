import { sql } from 'kysely'
import type { Dialect } from '../dialect'
import { firstRow, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { KeyColumns, LeaseTable } from '../schema'

/** One lease of one record. */
export type Holding = KeyColumns & Pick<LeaseTable, 'token'>

/** The values for taking or renewing a lease. */
export type Term = Holding & { readonly ttl_ms: number }
type Expiry = Pick<LeaseTable, 'expires_at'>

/** The statements on leases. They return the expiry, on the clock of the dialect, if the caller holds the lease. */
export function leaseQueries(dialect: Dialect) {
  const acquire = prepareAcquire(dialect)
  const renew = prepareRenew(dialect)
  const release = prepareRelease(dialect)
  return {
    acquire: (term: Term): Operation<Expiry | undefined> => firstRow(acquire(term)),
    renew: (term: Term): Operation<Expiry | undefined> => firstRow(renew(term)),
    *release(holding: Holding): Operation<void> {
      yield* firstRow(release(holding))
    },
  }
}

const prepareAcquire = (dialect: Dialect) => prepared((at: Slots<Term>) => insertLease(dialect, at))

/**
 * Takes a lease. The same insert takes over an expired lease, so if several callers come at once, one of them gets a
 * row.
 */
export const insertLease = ({ db, now, unsynced }: Dialect, at: Slots<Term>) =>
  db
    .insertInto('lease')
    .columns(['company', 'kind', 'crm_id', 'token', 'expires_at'])
    .expression(
      db
        .selectNoFrom([
          at.company.as('company'),
          at.kind.as('kind'),
          at.crm_id.as('crm_id'),
          at.token.as('token'),
          sql<number>`${now} + ${at.ttl_ms}`.as('expires_at'),
        ])
        .where(unsynced),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['company', 'kind', 'crm_id'])
        .doUpdateSet((eb) => ({ token: eb.ref('excluded.token'), expires_at: eb.ref('excluded.expires_at') }))
        .where('lease.expires_at', '<=', now),
    )
    .returning('expires_at')

/** Gives a lease back. */
export const deleteLease = ({ db }: Dialect, at: Slots<Holding>) =>
  db
    .deleteFrom('lease')
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
    .returning('token')

function prepareRenew({ db, now, unsynced }: Dialect) {
  return prepared((at: Slots<Term>) =>
    db
      .updateTable('lease')
      .set({ expires_at: sql<number>`${now} + ${at.ttl_ms}` })
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
      .where('expires_at', '>', now)
      .where(unsynced)
      .returning('expires_at'),
  )
}

const prepareRelease = (dialect: Dialect) =>
  prepared((at: Slots<Holding>) => deleteLease(dialect, at).where(dialect.unsynced))

/** Selects the lease if it is valid. Writes under a lease use this in the same transaction. */
export const selectHeld = ({ db, now }: Dialect, at: Slots<Holding>) =>
  db
    .selectFrom('lease')
    .select('token')
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
    .where('expires_at', '>', now)

/** What `leaseQueries` returns. */
export type LeaseQueries = ReturnType<typeof leaseQueries>
