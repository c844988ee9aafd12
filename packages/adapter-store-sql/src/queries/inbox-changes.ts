import { sql, type ExpressionBuilder, type Kysely } from 'kysely'
import type { Dialect, TimeLists } from '../dialect'
import type { Slots } from '../prepared'
import type { InboxTable, KeyColumns, Schema } from '../schema'

type Failure = Pick<
  InboxTable,
  'attempts' | 'due_at' | 'error_kind' | 'error_message' | 'error_details_json' | 'error_code'
>
type Generation = Pick<InboxTable, 'generation'>

/** The values for `settleEntry`. */
export type Settled = KeyColumns & Generation & Pick<InboxTable, 'due_at'>
/** The values for `postponeEntry`. */
export type Postponed = KeyColumns & Failure
/** The values for `buryEntry`. */
export type Buried = KeyColumns & Generation & Failure

// Literals and not bound values: PostgreSQL gives a CASE that has only bound values the type text.
const literal = {
  pending: sql.lit('pending' as const),
  settled: sql.lit('settled' as const),
  failed: sql.lit('failed' as const),
}

/**
 * Settles the entry after a successful run, unless a change was noted meanwhile. One statement makes the whole change
 * of state, so notes at the same moment do no harm.
 */
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
        error_code: null,
      }
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')

/**
 * The time of the first note after the settled generation. If too many notes came after it, it is the time of a later
 * one of them. If an older version has stored no times, it is the time of the first note of all.
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

/** Postpones the entry. */
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
      error_code: at.error_code,
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')

/** Makes the entry a dead letter, unless a change was noted meanwhile. */
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
        error_code: at.error_code,
      }
    })
    .where((eb) => eb.and({ company: at.company, kind: at.kind, crm_id: at.crm_id }))
    .returning('state')
