import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { Dialect, TimeLists } from '../dialect'
import type { Slots } from '../prepared'
import type { InboxTable, KeyColumns, Schema } from '../schema'

type Failure = Pick<InboxTable, 'attempts' | 'due_at' | 'error_kind' | 'error_message' | 'error_details_json'>
type Generation = Pick<InboxTable, 'generation'>

/** What `settleEntry` is filled in with. */
export type Settled = KeyColumns & Generation & Pick<InboxTable, 'due_at'>
/** What `postponeEntry` is filled in with. */
export type Postponed = KeyColumns & Failure
/** What `buryEntry` is filled in with. */
export type Buried = KeyColumns & Generation & Failure

// Written out, not bound: a CASE of bound values alone has no type in PostgreSQL but text.
const literal = {
  pending: sql.lit('pending' as const),
  settled: sql.lit('settled' as const),
  failed: sql.lit('failed' as const),
}

/** Ends a run that went well, unless a change was noted meanwhile. The whole change of state, whoever notes at the same moment. */
export const settleEntry = ({ db, times }: Dialect, at: Slots<Settled>) =>
  db
    .updateTable('inbox')
    .set((eb) => {
      const newer = eb.case().when('generation', '>', at.generation)
      return {
        state: newer.then(literal.pending).else(literal.settled).end(),
        due_at: at.due_at,
        noted_at: newer
          .then(firstNewer(times, eb, at))
          .else(eb.ref('noted_at'))
          .end(),
        earlier_at: newer.then(eb.ref('earlier_at')).else(null).end(),
        attempts: sql.lit(0),
        error_kind: null,
        error_message: null,
        error_details_json: null,
      }
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')

/**
 * When the first note came after the generation that is settled. Where so many came after it that their times are not kept, one of them;
 * where an older version has kept none, when the notes began.
 */
function firstNewer(times: TimeLists, eb: ExpressionBuilder<Schema, 'inbox'>, { generation }: Slots<Settled>) {
  const notes = eb('generation', '-', generation)
  const earlier = eb.ref('earlier_at')
  return eb
    .case()
    .when(notes, '=', sql.lit(1))
    .then(eb.ref('latest_at'))
    .else(
      eb.fn.coalesce(times.fromEnd(earlier, eb(notes, '-', sql.lit(1))), times.firstKept(earlier), eb.ref('noted_at')),
    )
    .end()
}

/** Puts the entry off. */
export const postponeEntry = (db: Kysely<Schema>, at: Slots<Postponed>) =>
  db
    .updateTable('inbox')
    .set({
      state: literal.pending,
      attempts: at.attempts,
      due_at: at.due_at,
      error_kind: at.error_kind,
      error_message: at.error_message,
      error_details_json: at.error_details_json,
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')

/** Makes a dead letter, unless a change was noted meanwhile. */
export const buryEntry = (db: Kysely<Schema>, at: Slots<Buried>) =>
  db
    .updateTable('inbox')
    .set((eb) => {
      const newer = eb.case().when('generation', '>', at.generation)
      return {
        state: newer.then(literal.pending).else(literal.failed).end(),
        due_at: newer.then(at.due_at).else(eb.ref('due_at')).end(),
        attempts: newer.then(sql.lit(0)).else(at.attempts).end(),
        error_kind: at.error_kind,
        error_message: at.error_message,
        error_details_json: at.error_details_json,
      }
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')
