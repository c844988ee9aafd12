import { err, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import type { Exchange } from './exchange'
import type { Flight } from './flight'
import type { AttemptEnd } from './attempt-end'
import { authorize, type RepeatableRequest } from './repeatable-request'
import type { Delivered } from './send-through'
import { sessionSignOf, type SessionSign } from './session-sign'
import type { SessionTrust } from './session-trust'
import type { ActiveSession, Sessions } from './sessions'
import type { Call } from './transport-types'

/** Turns the end of an attempt into the result for the caller. */
type ReadEnd<T> = (end: AttemptEnd) => Result<T, ApiError>

/** A call on its way. */
export interface Parcel<T> extends Pick<Call<T>, 'kind' | 'leftNothing'> {
  readonly flight: Flight
  readonly read: ReadEnd<T>
}

/** The result of sending a request once. */
interface Sending<T> extends Delivered<T> {
  readonly sign: SessionSign
}

/**
 * Creates the function that sends a request with the present session. It sends the request again with a newer session
 * if the answer may mean that the session has ended, and the call was surely not carried out. A 401 always means
 * that. Other answers mean it only for a session that is not young, so unusual answers cause few logins. A 403,
 * or no record, would be the last word. So it means that for a young session too, unless a new session has lately got
 * the same answer.
 *
 * Another process can end a young session by its own login. Once an answer was seen to mean an ended session, each
 * answer with its status may mean it, and the newer session may end in the same way. Then a request is sent again up
 * to `MOST_RENEWALS` times.
 *
 * A write leaves only with a session that has worked recently. An ended session could leave open whether a write was
 * carried out.
 */
export function createDelivery<S>(sessions: Sessions<S>, trust: SessionTrust, exchange: Exchange) {
  const sendAs = async <T>(
    session: ActiveSession<S>,
    request: RepeatableRequest,
    parcel: Parcel<T>,
  ): Promise<Sending<T>> => {
    authorize(request, session.authorization)
    const end = withoutSecret(await exchange(request, parcel.flight), session.authorization)
    const result = parcel.read(end)
    const sign = sessionSignOf(parcel, end, result)
    if (sign === 'good') trust.proven(session)
    return { result, sign, ...(end.kind === 'answer' && { status: end.response.status }) }
  }
  const sendWhileWorth = async <T>(
    first: ActiveSession<S>,
    request: RepeatableRequest,
    parcel: Parcel<T>,
  ): Promise<Delivered<T>> => {
    let used = first
    let sending = await sendAs(used, request, parcel)
    let renewals = 0
    for (; isWorthNewSession(trust, used, sending, parcel, renewals); renewals += 1) {
      await pauseBefore(renewals)
      const renewed = await sessions.renew(used)
      if (renewed.isErr()) return { result: err(renewed.error) }
      const again = await sendAs(renewed.value, request, parcel)
      if (isAnotherAnswer(sending, again)) trust.hadEnded(sending.status)
      used = renewed.value
      sending = again
    }
    if (isOdd(sending) && renewals > 0) trust.renewedInVain(sending.status)
    // The call cannot be repeated, but the next call gets a new session.
    if (isOdd(sending) && renewals === 0 && trust.isOld(used)) sessions.drop(used)
    return conclude(sessions, used, sending)
  }

  return async <T>(request: RepeatableRequest, parcel: Parcel<T>): Promise<Delivered<T>> => {
    const session = await sessionFor(sessions, trust, parcel)
    return session.isErr() ? { result: err(session.error) } : sendWhileWorth(session.value, request, parcel)
  }
}

/** A write leaves only with a session that is proven. */
async function sessionFor<S>(sessions: Sessions<S>, trust: SessionTrust, { kind }: Parcel<unknown>) {
  const session = await sessions.current()
  if (session.isErr() || kind === 'read' || trust.isProvenLately(session.value)) return session
  return sessions.renew(session.value)
}

function conclude<S, T>(sessions: Sessions<S>, session: ActiveSession<S>, sending: Sending<T>): Delivered<T> {
  if (sending.sign === 'ended') return { ...sending, result: err(sessions.refusedTwice(session)) }
  if (sending.sign === 'good' || sending.sign === 'nothing') sessions.accepted(session)
  return sending
}

/** How often a request is sent again while the sessions of other processes and this one end each other. */
const MOST_RENEWALS = 3
const PAUSE_MS = 500

/** The first new session is made at once. Before the next ones the other process gets time for its own calls. */
async function pauseBefore(renewals: number): Promise<void> {
  if (renewals === 0) return
  await new Promise((resolve) => setTimeout(resolve, Math.random() * PAUSE_MS * renewals))
}

function isWorthNewSession(
  trust: SessionTrust,
  session: ActiveSession<unknown>,
  sending: Sending<unknown>,
  { kind, flight }: Parcel<unknown>,
  renewals: number,
): boolean {
  if (sending.sign === 'ended') return renewals === 0
  if (sending.sign !== 'odd_undone' || flight.sink?.handedOn() === true) return false
  // A write that Siagh has refused does not leave a second time on a young session.
  const mayBeRepeated = kind === 'read' || sending.status === 403
  if (mayBeRepeated && trust.endsSessions(sending.status)) return renewals < MOST_RENEWALS
  if (renewals > 0) return false
  return trust.isOld(session) || (isLastWord(sending) && !trust.wasRenewedInVain(sending.status))
}

/** Whether a newer session got another answer. Then the answer before was about the session. */
function isAnotherAnswer(before: Sending<unknown>, after: Sending<unknown>): boolean {
  return isOdd(before) && (after.sign === 'good' || (isOdd(after) && after.status !== before.status))
}

/** Whether nobody would ask again after this answer: the server forbids the call, or does not have the record. */
function isLastWord({ result, status }: Sending<unknown>): boolean {
  return status === 403 || (result.isErr() && result.error.kind === 'not_found')
}

function isOdd({ sign }: Sending<unknown>): boolean {
  return sign === 'odd' || sign === 'odd_undone'
}

/** A server may repeat the request in its error page. The session must not get into an error's reasons. */
function withoutSecret(end: AttemptEnd, authorization: string): AttemptEnd {
  if (end.kind !== 'answer' || end.response.ok) return end
  const secret = authorization.split(' ').at(-1) ?? authorization
  return { ...end, text: end.text.replaceAll(secret, '…') }
}
