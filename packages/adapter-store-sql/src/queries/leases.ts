import type { Kysely } from 'kysely'
import { firstRow, type Operation } from '../operation'
import { prepared, type Slots } from '../prepared'
import type { KeyColumns, LeaseTable, Schema } from '../schema'

/** A lease at an instant of the store's clock. */
export type LeaseAt = KeyColumns & Pick<LeaseTable, 'token'> & { readonly now: number }

/** The statements on leases. */
export function leaseQueries(db: Kysely<Schema>) {
  const acquire = prepareAcquire(db)
  const renew = prepared((at: Slots<LeaseTable & LeaseAt>) =>
    db
      .updateTable('lease')
      .set({ expires_at: at.expires_at })
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
      .where('expires_at', '>', at.now)
      .returning('token'),
  )
  const release = prepared((at: Slots<KeyColumns & Pick<LeaseTable, 'token'>>) =>
    db
      .deleteFrom('lease')
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
      .returning('token'),
  )
  const find = prepared((at: Slots<LeaseAt>) =>
    db
      .selectFrom('lease')
      .select('token')
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token }))
      .where('expires_at', '>', at.now),
  )

  return {
    *acquire(lease: LeaseTable & LeaseAt): Operation<boolean> {
      return (yield* firstRow(acquire(lease))) !== undefined
    },
    *renew(lease: LeaseTable & LeaseAt): Operation<boolean> {
      return (yield* firstRow(renew(lease))) !== undefined
    },
    *release(lease: KeyColumns & Pick<LeaseTable, 'token'>): Operation<void> {
      yield* firstRow(release(lease))
    },
    /** Whether the lease is in force: what is written under it has to ask in the same transaction. */
    *holds(lease: LeaseAt): Operation<boolean> {
      return (yield* firstRow(find(lease))) !== undefined
    },
  }
}

function prepareAcquire(db: Kysely<Schema>) {
  // Taking over an expired lease is part of the insert, so of any number of callers at once one gets a row back.
  return prepared((at: Slots<LeaseTable & LeaseAt>) =>
    db
      .insertInto('lease')
      .values({ company: at.company, kind: at.kind, crm_id: at.crm_id, token: at.token, expires_at: at.expires_at })
      .onConflict((conflict) =>
        conflict
          .columns(['company', 'kind', 'crm_id'])
          .doUpdateSet((eb) => ({ token: eb.ref('excluded.token'), expires_at: eb.ref('excluded.expires_at') }))
          .where('lease.expires_at', '<=', at.now),
      )
      .returning('token'),
  )
}

/** What `leaseQueries` returns. */
export type LeaseQueries = ReturnType<typeof leaseQueries>
