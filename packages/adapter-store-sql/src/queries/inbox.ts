import { sql, type ExpressionBuilder, type Kysely, type OnConflictDatabase, type OnConflictTables } from 'kysely'
import { prepared, type Slots } from '../prepared'
import type { InboxTable, KeyColumns, Schema } from '../schema'

type Noted = KeyColumns & Pick<InboxTable, 'event' | 'type' | 'triggered_by'> & { readonly at: number }
type Failure = Pick<InboxTable, 'attempts' | 'due_at' | 'error_kind' | 'error_message' | 'error_details_json'>
type Generation = { readonly generation: number }

// Written out, not bound: a note is the price of every webhook, and each bound value costs on its way into SQLite.
const pending = sql.lit('pending' as const)

/** The statements on one entry. Each is the whole change of state, so it holds whoever notes at the same moment. */
export function inboxQueries(db: Kysely<Schema>) {
  return {
    note: prepareNote(db),
    read: prepared((at: Slots<KeyColumns>) =>
      db
        .selectFrom('inbox')
        .selectAll()
        .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id })),
    ),
    settle: prepareSettle(db),
    postpone: prepared((at: Slots<KeyColumns & Failure>) =>
      db
        .updateTable('inbox')
        .set({
          state: 'pending',
          attempts: at.attempts,
          due_at: at.due_at,
          error_kind: at.error_kind,
          error_message: at.error_message,
          error_details_json: at.error_details_json,
        })
        .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
        .returning('state'),
    ),
    bury: prepareBury(db),
  }
}

function prepareNote(db: Kysely<Schema>) {
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
      .onConflict((conflict) => conflict.columns(['company', 'kind', 'crm_id']).doUpdateSet(notedAgain))
      .returning('generation'),
  )
}

type Conflict = ExpressionBuilder<OnConflictDatabase<Schema, 'inbox'>, OnConflictTables<'inbox'>>

/** What a note makes of an entry that is there: woken if it slept, and otherwise left to its plan. */
function notedAgain(eb: Conflict) {
  const whilePending = eb.case().when('inbox.state', '=', pending)
  // A dead letter's first note is still not settled.
  const onceSettled = eb.case().when('inbox.state', '=', sql.lit('settled' as const))
  return {
    generation: eb('inbox.generation', '+', sql.lit(1)),
    event: eb.ref('excluded.event'),
    type: eb.fn.coalesce('excluded.type', 'inbox.type'),
    triggered_by: eb.ref('excluded.triggered_by'),
    latest_at: eb.ref('excluded.latest_at'),
    noted_at: onceSettled.then(eb.ref('excluded.noted_at')).else(eb.ref('inbox.noted_at')).end(),
    attempts: whilePending.then(eb.ref('inbox.attempts')).else(sql.lit(0)).end(),
    due_at: dueAgain(eb),
    state: pending,
  }
}

/** An edit waits for the pause after a settled run, but not for the visit that an earlier run has asked for. */
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

function prepareSettle(db: Kysely<Schema>) {
  return prepared((at: Slots<KeyColumns & Generation & Pick<InboxTable, 'due_at'>>) =>
    db
      .updateTable('inbox')
      .set((eb) => {
        const newer = eb.case().when('generation', '>', at.generation)
        return {
          state: newer
            .then('pending' as const)
            .else('settled' as const)
            .end(),
          due_at: at.due_at,
          noted_at: newer.then(eb.ref('latest_at')).else(eb.ref('noted_at')).end(),
          attempts: 0,
          error_kind: null,
          error_message: null,
          error_details_json: null,
        }
      })
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
      .returning('state'),
  )
}

function prepareBury(db: Kysely<Schema>) {
  return prepared((at: Slots<KeyColumns & Generation & Failure>) =>
    db
      .updateTable('inbox')
      .set((eb) => {
        const newer = eb.case().when('generation', '>', at.generation)
        return {
          state: newer
            .then('pending' as const)
            .else('failed' as const)
            .end(),
          due_at: newer.then(at.due_at).else(eb.ref('due_at')).end(),
          attempts: newer.then(0).else(at.attempts).end(),
          error_kind: at.error_kind,
          error_message: at.error_message,
          error_details_json: at.error_details_json,
        }
      })
      .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
      .returning('state'),
  )
}

/** What `inboxQueries` returns. */
export type InboxQueries = ReturnType<typeof inboxQueries>
