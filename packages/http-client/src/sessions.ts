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
  /** The session in use; logs in where there is none or it has expired. */
  readonly current: () => Promise<Result<ActiveSession<S>, ApiError>>
  /** A session other than this one, which has ended or may have: the newer one where there is one, else by a login. */
  readonly renew: (stale: ActiveSession<S>) => Promise<Result<ActiveSession<S>, ApiError>>
  /** Logs in anew. Callers at the same moment share one login. */
  readonly login: () => Promise<Result<ActiveSession<S>, ApiError>>
  /** The session may have ended: the next call makes a new one. */
  readonly drop: (session: ActiveSession<S>) => void
  /** The server took the session. */
  readonly accepted: (session: ActiveSession<S>) => void
  /** The server refused the session with which a call was repeated. Tells what that means for the call, which was not carried out. */
  readonly refusedTwice: (session: ActiveSession<S>) => ApiError
}

/** Builds the session keeper; no login is sent while the cool-down after a refused one lasts. */
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

// It was in use, or a newer one is there already: sessions end, this one just after the one before.
const endedTwice = (system: System) =>
  unavailable(system, coded('session_ended_twice', 'The session ended twice during one call'), { retryAfterMs: 1_000 })

/**
 * A session that has ended right after its login is no expired one, and without a pause each such call would log in once more. The first time a server
 * that ends sessions early may be to blame, which is no reason to give up what all the calls of that minute are about.
 */
function freshRefused(system: System, times: number): ApiError {
  const message = coded('session_refused', 'The server refuses a fresh session (HTTP 401, 419, 440 or 498)')
  return times === 1 ? unavailable(system, message) : unauthorized(system, message)
}

/** The servers' clocks differ from ours by minutes, so a session that looks expired on arrival is used until a 401. */
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
