import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { errorBody } from './error-body'
import { saysSessionEnded, type AttemptEnd } from './attempt-end'
import type { Call } from './transport-types'

/**
 * What an answer says about the session of its call.
 *
 * - `good`: the answer is what the call promises.
 * - `ended`: the status says that the session has ended. The call was not carried out.
 * - `odd_undone`: the server, or a proxy, may mean that the session has ended. The call was surely not carried out.
 * - `odd`: the same, but the call may have been carried out.
 * - `nothing`: there is no answer, or it has nothing to do with sessions.
 */
export type SessionSign = 'good' | 'ended' | 'odd_undone' | 'odd' | 'nothing'

type Judged = Pick<Call<unknown>, 'kind' | 'leftNothing'>

/** Judges an attempt by its status. A 2xx is judged by the result of reading it. */
export function sessionSignOf(call: Judged, end: AttemptEnd, result: Result<unknown, ApiError>): SessionSign {
  if (end.kind === 'undecodable') return oddAnswer(call)
  if (end.kind !== 'answer') return 'nothing'
  const { status, ok } = end.response
  if (saysSessionEnded(status)) return 'ended'
  // A 403 is a refusal, but perhaps only of this call: the account may lack a right.
  if (status === 403) return 'odd_undone'
  // A redirect may lead to a login page. Some servers redirect after a write, and some instead of it.
  if (status >= 300 && status < 400) return oddAnswer(call)
  if (!ok) return 'nothing'
  if (result.isOk()) return 'good'
  switch (result.error.kind) {
    case 'malformed':
    case 'not_found':
    case 'outcome_unknown':
      return oddAnswer(call)
    case 'rejected':
      return call.leftNothing?.(errorBody(end.text)) === true ? 'odd_undone' : 'nothing'
    case 'unauthorized':
    case 'unavailable':
    case 'rate_limited':
    case 'defect':
      return 'nothing'
  }
}

/** A read changes nothing on the server, so it is always undone. */
function oddAnswer({ kind }: Judged): SessionSign {
  return kind === 'read' ? 'odd_undone' : 'odd'
}
