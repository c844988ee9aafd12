import type { ApiError, System } from './api-error'
import { coded, type ApiMessage } from './api-words'
import { NO_CODE } from './connection-failure'
import { errorBody, reasonsIn } from './error-body'
import { malformed, notFound, outcomeUnknown, rateLimited, rejected, unauthorized, unavailable } from './errors'
import type { AttemptEnd } from './attempt-end'
import type { Call, SendKind } from './transport-types'

/** The call that has failed. */
export interface FailedCall {
  readonly system: System
  readonly kind: SendKind
  readonly refused?: Call<unknown>['refused']
}

type AnsweredAttempt = Extract<AttemptEnd, { kind: 'answer' }>

/** The pause if a 429 names none. */
const defaultPauseMs = 5_000

/** The error for an attempt that got no 2xx. */
export function errorOf(call: FailedCall, end: AttemptEnd): ApiError {
  const { system } = call
  switch (end.kind) {
    case 'answer':
      return errorOfAnswer(call, end)
    case 'no_answer':
      return lost(call, connectionMessage(end.code), { neverSent: end.neverSent })
    case 'timeout':
      return lost(call, coded('no_answer_in_time', 'No complete answer came in time'))
    case 'too_large':
      return unreadable(call, coded('answer_too_long', 'The answer is longer than the limit'))
    case 'undecodable':
      return unreadable(call, end.reason)
    case 'aborted':
      return lost(call, coded('cancelled', 'The call was cancelled'), { neverSent: !end.sent })
    case 'circuit_open':
      return unavailable(system, coded('left_alone', 'The server failed repeatedly and is left alone for a while'), {
        retryAfterMs: end.retryAfterMs,
      })
  }
}

function connectionMessage(code: string): ApiMessage {
  return code === NO_CODE
    ? coded('connection_failed_uncoded', 'The connection failed, and the system names no reason')
    : coded('connection_failed', `The connection failed (${code})`, { reason: code })
}

function errorOfAnswer(call: FailedCall, answer: AnsweredAttempt): ApiError {
  const { system } = call
  const { status } = answer.response
  if (status === 401) return unauthorized(system, coded('session_refused', 'The server refuses the session (HTTP 401)'))
  if (status === 402) return unauthorized(system, coded('not_licensed', 'The API is not licensed (HTTP 402)'))
  if (status === 429)
    return rateLimited(
      system,
      answer.pause?.ms ?? defaultPauseMs,
      coded('too_many_calls', `The server asks for fewer calls (HTTP 429)${cutNote(answer)}`),
    )
  if (status >= 500 || status === 408) {
    return lost(
      call,
      coded('server_failed', `The server failed (HTTP ${status})${cutNote(answer)}`, { status }),
      pauseOf(answer),
    )
  }
  // Redirects are not followed. They say nothing about a write: some servers redirect after a write, and some instead
  // of it.
  if (status < 400)
    return lost(
      call,
      coded('redirected', `The server redirects (HTTP ${status}): is the base URL right?`, { status }),
      { status },
    )
  return refusal(call, status, errorBody(answer.text))
}

function refusal(call: FailedCall, status: number, body: unknown): ApiError {
  const { system } = call
  // A 403 on an ordinary call concerns only this call (the account lacks a right), so other calls need not wait.
  const own = status === 403 ? undefined : call.refused?.(status, body)
  if (own !== undefined) return own
  if (status === 404)
    return notFound(system, coded('no_such_record', 'The server knows no such record or address (HTTP 404)'))
  return rejected(
    system,
    coded('call_refused', `The server refused the call (HTTP ${status})`, { status }),
    reasonsIn(body),
  )
}

function unreadable({ system, kind }: FailedCall, message: string | ApiMessage): ApiError {
  return kind === 'write' ? outcomeUnknown(system, message) : malformed(system, '', message)
}

interface LostDetails {
  readonly neverSent?: boolean
  readonly status?: number
  readonly retryAfterMs?: number
}

function lost({ system, kind }: FailedCall, message: ApiMessage, details: LostDetails = {}): ApiError {
  const { neverSent = false, ...rest } = details
  return kind === 'write' && !neverSent ? outcomeUnknown(system, message) : unavailable(system, message, rest)
}

function pauseOf({ response, pause }: AnsweredAttempt): LostDetails {
  return { status: response.status, ...(pause && { retryAfterMs: pause.ms }) }
}

/** Says that a pause is shorter than the one that the server has asked for. */
function cutNote({ pause }: AnsweredAttempt): string {
  if (pause?.cutFrom === undefined) return ''
  return `. It asked for a pause ${pause.cutFrom}, which is cut to ${pause.ms / 1000} seconds`
}
