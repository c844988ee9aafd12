import { sql, type ExpressionBuilder, type OnConflictDatabase, type OnConflictTables } from 'kysely'
import type { Dialect, TimeLists } from '../dialect'
import { prepared, type Slots } from '../prepared'
import type { InboxTable, KeyColumns, Schema } from '../schema'

/** A note, in columns. */
export type Noted = KeyColumns & Pick<InboxTable, 'event' | 'type' | 'triggered_by'> & { readonly at: number }

// A literal and not a bound value: every webhook makes a note, and each bound value takes time in SQLite.
const pending = sql.lit('pending' as const)

/** The statement that notes one change. It makes the whole change of state, so notes at the same moment do no harm. */
export function prepareNote({ db, times }: Dialect) {
  return prepared((at: Slots<Noted>) =>
    db
      .insertInto('inbox')
      .values({
        company: at.company,
        kind: at.kind,
        crm_id: at.crm_id,
        generation: sql.lit(1),
        event: at.event,
        type: at.type,
        triggered_by: at.triggered_by,
        noted_at: at.at,
        latest_at: at.at,
        state: pending,
        attempts: sql.lit(0),
        due_at: at.at,
      })
      .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(notedAgain(times)))
      .returning('generation'),
  )
}

type Conflict = ExpressionBuilder<OnConflictDatabase<Schema, 'inbox'>, OnConflictTables<'inbox'>>

/**
 * How a note changes an existing entry. A settled or failed entry becomes pending. A pending entry keeps its due
 * time. A row may combine several notes: then its generation is their number, `noted_at` and `due_at` are the time of
 * the first note, `latest_at` is the time of the last, and `earlier_at` are the times before the last.
 */
export const notedAgain = (times: TimeLists) => (eb: Conflict) => {
  const whilePending = eb.case().when('inbox.state', '=', pending)
  // The first note of a dead letter is still not settled.
  const onceSettled = eb.case().when('inbox.state', '=', sql.lit('settled' as const))
  return {
    generation: eb('inbox.generation', '+', eb.ref('excluded.generation')),
    event: eb.ref('excluded.event'),
    type: eb.fn.coalesce('excluded.type', 'inbox.type'),
    triggered_by: eb.ref('excluded.triggered_by'),
    latest_at: eb.ref('excluded.latest_at'),
    earlier_at: onceSettled
      .then(eb.ref('excluded.earlier_at'))
      .else(times.append(eb.ref('inbox.earlier_at'), eb.ref('inbox.latest_at'), eb.ref('excluded.earlier_at')))
      .end(),
    noted_at: onceSettled.then(eb.ref('excluded.noted_at')).else(eb.ref('inbox.noted_at')).end(),
    attempts: whilePending.then(eb.ref('inbox.attempts')).else(sql.lit(0)).end(),
    due_at: dueAgain(eb),
    state: pending,
  }
}

/**
 * After a settled run an edit waits for the pause, but it does not wait for a revisit that an earlier run has
 * requested.
 */
function dueAgain(eb: Conflict) {
  const isState = (state: InboxTable['state']) => eb('inbox.state', '=', sql.lit(state))
  const isRevisit = eb('inbox.triggered_by', '=', sql.lit('revisit' as const))
  const isEarlier = eb('excluded.due_at', '<', eb.ref('inbox.due_at'))
  const hasPlan = eb.and([isState('pending'), eb.not(eb.and([isRevisit, isEarlier]))])
  return eb
    .case()
    .when(eb.or([hasPlan, eb.and([isState('settled'), isEarlier])]))
    .then(eb.ref('inbox.due_at'))
    .else(eb.ref('excluded.due_at'))
    .end()
}
