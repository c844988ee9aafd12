import { coded } from './api-words'
import { err, ok, type Result } from 'neverthrow'
import type { ApiError, System } from './api-error'
import { createCoolDown } from './cool-down'
import { unauthorized, unavailable } from './errors'
import type { Exchange } from './exchange'
import { logIn } from './log-in'
import type { LoginOptions, TransportEvent } from './transport-types'

/** A session in use. */
export interface ActiveSession<S> {
  readonly session: S
  readonly authorization: string
  readonly expiresAt: number
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number
}

/** The one session that all callers of a transport share. */
export interface Sessions<S> {
  /** The present session. Logs in if there is none, or if it has expired. */
  readonly current: () => Promise<Result<ActiveSession<S>, ApiError>>
  /**
   * A session other than `stale`, which has ended or may have ended: a newer one if there is one, or else a new
   * login.
   */
  readonly renew: (stale: ActiveSession<S>) => Promise<Result<ActiveSession<S>, ApiError>>
  /** Logs in again. Callers at the same time share one login. */
  readonly login: () => Promise<Result<ActiveSession<S>, ApiError>>
  /** The session may have ended. The next call creates a new one. */
  readonly drop: (session: ActiveSession<S>) => void
  /** The server has accepted the session. */
  readonly accepted: (session: ActiveSession<S>) => void
  /**
   * The server has refused the session of a repeated call. Returns the error of that call, which was not carried out.
   */
  readonly refusedTwice: (session: ActiveSession<S>) => ApiError
}

/** Creates the sessions. No login is sent during the cool-down after a refused one. */
export function createSessions<S>(
  options: LoginOptions<S>,
  exchange: Exchange,
  emit: (event: TransportEvent) => void,
): Sessions<S> {
  const { system } = options
  const coolDown = createCoolDown()
  let active: ActiveSession<S> | undefined
  let trusted: ActiveSession<S> | undefined
  let underWay: Promise<Result<ActiveSession<S>, ApiError>> | undefined

  const begin = async (): Promise<Result<ActiveSession<S>, ApiError>> => {
    const blocked = coolDown.error()
    if (blocked !== undefined) return err(blocked)
    const answer = await logIn(options, exchange)
    if (answer.isErr()) return err(refused(answer.error))
    emit({ kind: 'login', system, outcome: 'ok' })
    active = activate(options, answer.value)
    return ok(active)
  }
  const refused = (error: ApiError): ApiError => {
    emit(failedLogin(system, error, coolDown.begin(error)))
    return coolDown.error() ?? error
  }
  const login = () => (underWay ??= begin().finally(() => (underWay = undefined)))

  return {
    login,
    drop: (session) => void (active = session === active ? undefined : active),
    current: async () => (active !== undefined && Date.now() < active.expiresAt ? ok(active) : login()),
    renew: async (stale) => (active !== undefined && active !== stale ? ok(active) : login()),
    accepted(session) {
      trusted = session
      coolDown.reset()
    },
    refusedTwice: (session) =>
      session !== active || session === trusted
        ? endedTwice(system)
        : (coolDown.error() ?? coolDown.refuse((times) => freshRefused(system, times))),
  }
}

// The session was in use before, or a newer one already exists: two sessions have ended, one just after the other.
const endedTwice = (system: System) =>
  unavailable(system, coded('session_ended_twice', 'The session ended twice during one call'), { retryAfterMs: 1_000 })

/**
 * The server refuses a session that was just created, so the session has not expired. Without a pause, each such call
 * would log in again. The first time, a server that ends sessions early may be the reason. All calls of that minute
 * must not fail for ever because of it, so the error is retryable.
 */
function freshRefused(system: System, times: number): ApiError {
  const message = coded('session_refused', 'The server refuses a fresh session (HTTP 401, 419, 440 or 498)')
  return times === 1 ? unavailable(system, message) : unauthorized(system, message)
}

/**
 * The servers' clocks differ from ours by minutes. So a session that seems to be expired at login is used until a 401
 * comes.
 */
function activate<S>({ authorization, expiresAt }: LoginOptions<S>, session: S): ActiveSession<S> {
  const end = expiresAt?.(session) ?? Infinity
  const madeAt = Date.now()
  return { session, authorization: authorization(session), expiresAt: end > madeAt ? end : Infinity, madeAt }
}

function failedLogin(system: System, error: ApiError, retryAfterMs: number): TransportEvent {
  return { kind: 'login', system, outcome: wordFor(error), ...(retryAfterMs > 0 && { retryAfterMs }) }
}

function wordFor(error: ApiError): 'refused' | 'locked' | 'failed' {
  if (error.kind === 'unavailable') return error.status === 403 ? 'locked' : 'failed'
  return error.kind === 'unauthorized' || error.kind === 'rejected' ? 'refused' : 'failed'
}
