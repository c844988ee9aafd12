import { err, ok, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import { coded } from './api-words'
import { malformed, unauthorized, unavailable } from './errors'
import type { Exchange } from './exchange'
import { takeOff } from './flight'
import type { AttemptEnd } from './attempt-end'
import { readAnswer } from './read-answer'
import { sendThrough } from './send-through'
import { longestWriteAnswer } from './settings'
import type { LoginOptions } from './transport-types'

/**
 * Sends one login and reads its answer. It is retried like a write: a server that has answered, even with an error,
 * may have counted a failed attempt. The error holds no text of the server, because that text might repeat the
 * password.
 */
export async function logIn<S>(options: LoginOptions<S>, exchange: Exchange): Promise<Result<S, ApiError>> {
  const flight = takeOff({
    kind: 'write',
    signal: undefined,
    mayLeave: undefined,
    sink: undefined,
    maxBytes: longestWriteAnswer,
  })
  return sendThrough(options.login.send, async (request) => ({
    result: readLogin(options, await exchange(request, flight)),
  }))
}

function readLogin<S>(options: LoginOptions<S>, end: AttemptEnd): Result<S, ApiError> {
  const { system } = options
  if (end.kind === 'answer' && !end.response.ok) {
    if (end.response.status === 401)
      return err(unauthorized(system, coded('credentials_refused', 'The server refuses the credentials (HTTP 401)')))
    if (end.response.status === 403) {
      return err(
        unavailable(
          system,
          coded('account_locked', 'The server has locked the account (HTTP 403)'),
          lockedFor(end.pause?.ms),
        ),
      )
    }
    // A plain 404 error would tell every caller that its record does not exist.
    if (end.response.status === 404) {
      return err(
        unavailable(
          system,
          coded('no_login_there', 'The server has no login at its address (HTTP 404): is the base URL right?'),
          {
            status: 404,
          },
        ),
      )
    }
    const { status } = end.response
    if (isRefusal(status)) {
      return err(
        unauthorized(system, coded('login_refused', `The server refuses the login (HTTP ${status})`, { status })),
      )
    }
    return readAnswer({ system, kind: 'read' }, { ...end, text: '' }, options.login.read)
  }
  return readAnswer({ system, kind: 'read' }, end, options.login.read).andThen((session) => usable(options, session))
}

/** A plain refusal would blame the record that some caller was handling. 402, 408 and 429 have errors of their own. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 402 && status !== 408 && status !== 429
}

function lockedFor(retryAfterMs: number | undefined): { status: number; retryAfterMs?: number } {
  return { status: 403, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** A session that cannot be a header would throw later, with the session in the error's message. */
function usable<S>({ system, authorization }: LoginOptions<S>, session: S): Result<S, ApiError> {
  return /^[\t\x20-\x7e\x80-\xff]+$/.test(authorization(session)) ? ok(session) : err(malformed(system, 'session'))
}
