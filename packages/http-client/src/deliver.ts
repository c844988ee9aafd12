import { err, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import type { Exchange } from './exchange'
import type { Flight } from './flight'
import type { Outcome } from './outcome'
import { authorize, type RepeatableRequest } from './repeatable-request'
import type { Delivered } from './send-through'
import { sessionSignOf, type SessionSign } from './session-sign'
import type { SessionTrust } from './session-trust'
import type { ActiveSession, Sessions } from './sessions'
import type { Call } from './transport-types'

/** Reads an outcome for the caller. */
type ReadOutcome<T> = (outcome: Outcome) => Result<T, ApiError>

/** A call on its way: what it is, its flight, and how its outcome is read. */
export interface Parcel<T> extends Pick<Call<T>, 'kind' | 'leftNothing'> {
  readonly flight: Flight
  readonly read: ReadOutcome<T>
}

/** What came of one sending. */
interface Sending<T> extends Delivered<T> {
  readonly sign: SessionSign
}

/**
 * Sends a request with the session in use, and once more with a newer one where the answer may mean that the session has ended and the
 * call surely was not carried out. A 401 always means that; anything else only of a session that is not young any more, so that odd
 * answers cost one login in a while. A write leaves only with a session that was proven lately: then it hardly ever meets one that
 * has ended, which could leave open whether it was carried out.
 */
export function createDelivery<S>(sessions: Sessions<S>, trust: SessionTrust, exchange: Exchange) {
  const sendAs = async <T>(
    session: ActiveSession<S>,
    request: RepeatableRequest,
    parcel: Parcel<T>,
  ): Promise<Sending<T>> => {
    authorize(request, session.authorization)
    const outcome = withoutSecret(await exchange(request, parcel.flight), session.authorization)
    const result = parcel.read(outcome)
    const sign = sessionSignOf(parcel, outcome, result)
    if (sign === 'good') trust.proven(session)
    return { result, sign, ...(outcome.kind === 'answer' && { status: outcome.response.status }) }
  }
  const sessionFor = async ({ kind }: Parcel<unknown>) => {
    const session = await sessions.current()
    if (session.isErr() || kind === 'read' || trust.isProvenLately(session.value)) return session
    return sessions.renew(session.value)
  }
  const isWorthNewSession = (session: ActiveSession<S>, { sign }: Sending<unknown>, { flight }: Parcel<unknown>) => {
    if (sign === 'ended') return true
    return sign === 'odd_undone' && trust.isOld(session) && flight.sink?.handedOn() !== true
  }
  const settle = <T>(session: ActiveSession<S>, sending: Sending<T>): Delivered<T> => {
    if (sending.sign === 'ended') return { ...sending, result: err(sessions.refusedTwice(session)) }
    if (sending.sign === 'good' || sending.sign === 'nothing') sessions.accepted(session)
    return sending
  }

  return async <T>(request: RepeatableRequest, parcel: Parcel<T>): Promise<Delivered<T>> => {
    const session = await sessionFor(parcel)
    if (session.isErr()) return { result: err(session.error) }
    const first = await sendAs(session.value, request, parcel)
    if (!isWorthNewSession(session.value, first, parcel)) {
      // The call cannot be made again, but the next one shall not meet the same.
      if (isOdd(first) && trust.isOld(session.value)) sessions.drop(session.value)
      return settle(session.value, first)
    }
    const renewed = await sessions.renew(session.value)
    if (renewed.isErr()) return { result: err(renewed.error) }
    return settle(renewed.value, await sendAs(renewed.value, request, parcel))
  }
}

function isOdd({ sign }: Sending<unknown>): boolean {
  return sign === 'odd' || sign === 'odd_undone'
}

/** A server that repeats the request in its error page must not put the session into an error's reasons. */
function withoutSecret(outcome: Outcome, authorization: string): Outcome {
  if (outcome.kind !== 'answer' || outcome.response.ok) return outcome
  const secret = authorization.split(' ').at(-1) ?? authorization
  return { ...outcome, text: outcome.text.replaceAll(secret, '…') }
}
