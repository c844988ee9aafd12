import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { errorBody } from './error-body'
import { saysSessionEnded, type Outcome } from './outcome'
import type { Call } from './transport-types'

/**
 * What an answer says about the session of its call.
 *
 * - `good`: the answer is what the call promises.
 * - `ended`: a status that says so, and so the call was not carried out.
 * - `odd_undone`: it may be the server's word, or a proxy's, for a session that has ended. The call surely was not carried out.
 * - `odd`: the same, but the call may have been carried out.
 * - `nothing`: no answer, or one that has nothing to do with sessions.
 */
export type SessionSign = 'good' | 'ended' | 'odd_undone' | 'odd' | 'nothing'

type Judged = Pick<Call<unknown>, 'kind' | 'leftNothing'>

/** Judges an outcome by its status, and a 2xx by what became of reading it. */
export function sessionSignOf(call: Judged, outcome: Outcome, result: Result<unknown, ApiError>): SessionSign {
  if (outcome.kind === 'undecodable') return oddAnswer(call)
  if (outcome.kind !== 'answer') return 'nothing'
  const { status, ok } = outcome.response
  if (saysSessionEnded(status)) return 'ended'
  // By definition a refusal, but perhaps of this call alone: the account may lack a right.
  if (status === 403) return 'odd_undone'
  // A redirect may lead to a login page. Some servers redirect after a write, some instead of it.
  if (status >= 300 && status < 400) return oddAnswer(call)
  if (!ok) return 'nothing'
  if (result.isOk()) return 'good'
  switch (result.error.kind) {
    case 'malformed':
    case 'not_found':
    case 'outcome_unknown':
      return oddAnswer(call)
    case 'rejected':
      return call.leftNothing?.(errorBody(outcome.text)) === true ? 'odd_undone' : 'nothing'
    case 'unauthorized':
    case 'unavailable':
    case 'rate_limited':
    case 'defect':
      return 'nothing'
  }
}

/** Of a read nothing is left behind, whatever came of it. */
function oddAnswer({ kind }: Judged): SessionSign {
  return kind === 'read' ? 'odd_undone' : 'odd'
}
