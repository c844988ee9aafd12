import { err, ok, type Result } from 'neverthrow'
import type { ApiError } from './api-error'
import type { BodySink } from './body-sink'
import { errorOf } from './error-of'
import { createExchange, type Exchange } from './exchange'
import { takeOff, type Flight } from './flight'
import type { Outcome } from './outcome'
import { atOutermostEdge } from './outermost-edge'
import { authorize, type PreparedRequest } from './prepared-request'
import { readAnswer } from './read-answer'
import { sendThrough, type Delivered } from './send-through'
import { createSessions, type ActiveSession, type Sessions } from './sessions'
import { longestAnswer, settingsOf } from './settings'
import { streamAnswer } from './stream-answer'
import type {
  Call,
  LoginOptions,
  SignalOption,
  StreamCall,
  Transport,
  TransportEvent,
  TransportOptions,
} from './transport-types'

/**
 * Builds the transport of one server: every limit, the circuit and the session are its own, so make one per server and share it.
 * Throws one sentence if an option makes no sense; nothing that it returns ever throws or rejects.
 */
export function createTransport<S>(options: TransportOptions & LoginOptions<S>): Transport<S> {
  const { system } = options
  const emit = quietly(options.onEvent)
  const settings = settingsOf(options)
  const exchange = createExchange(system, options.fetch, settings, emit)
  const sessions = createSessions(options, settings, exchange, emit)

  const deliver = createDelivery(sessions, exchange)

  const makeCall = <T>({ kind, signal, mayLeave, send, read, refused }: Call<T>, sink?: BodySink, most?: number) => {
    const maxBytes = most ?? longestAnswer(kind, settings)
    const flight = takeOff({ kind, signal, mayLeave, sink, maxBytes })
    const about = { system, kind, refused }
    return atOutermostEdge<T>(
      signal,
      () => errorOf(about, { kind: 'aborted', sent: flight.sent }),
      async () => {
        const delivered = await sendThrough(send, (request) => deliver(request, flight))
        return delivered.andThen((outcome) => readAnswer(about, outcome, read))
      },
    )
  }
  const stream = <T>({ signal, send, refused, reader, maxBytes }: StreamCall<T>) =>
    streamAnswer(reader, signal, (sink, ending) =>
      makeCall({ kind: 'read', signal: ending, send, refused, read: sink.verdict }, sink, maxBytes),
    )
  const sessionBy = (get: () => Promise<Result<ActiveSession<S>, ApiError>>, { signal }: SignalOption = {}) =>
    atOutermostEdge<S>(
      signal,
      () => errorOf({ system, kind: 'read' }, { kind: 'aborted', sent: false }),
      async () => (await get()).map(({ session }) => session),
    )
  return {
    call: (call) => makeCall(call),
    stream,
    session: (waiting) => sessionBy(sessions.current, waiting),
    login: (waiting) => sessionBy(sessions.login, waiting),
  }
}

/** Sends a request with the session in use, and once more with a newer one if the server refuses that. */
function createDelivery<S>(sessions: Sessions<S>, exchange: Exchange) {
  const accept = (session: ActiveSession<S>, outcome: Outcome): Delivered => {
    sessions.accepted(session)
    return ok(outcome)
  }
  const sendAs = async ({ authorization }: ActiveSession<S>, request: PreparedRequest, flight: Flight) => {
    authorize(request, authorization)
    return withoutSecret(await exchange(request, flight), authorization)
  }

  return async (request: PreparedRequest, flight: Flight): Promise<Delivered> => {
    const session = await sessions.current()
    if (session.isErr()) return err(session.error)
    const first = await sendAs(session.value, request, flight)
    if (!isSessionRefused(first)) return accept(session.value, first)
    const renewed = await sessions.renew(session.value)
    if (renewed.isErr()) return err(renewed.error)
    const second = await sendAs(renewed.value, request, flight)
    if (!isSessionRefused(second)) return accept(renewed.value, second)
    return err(sessions.refusedTwice(renewed.value))
  }
}

function isSessionRefused(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && outcome.response.status === 401
}

/** A server that repeats the request in its error page must not put the session into an error's reasons. */
function withoutSecret(outcome: Outcome, authorization: string): Outcome {
  if (outcome.kind !== 'answer' || outcome.response.ok) return outcome
  const secret = authorization.split(' ').at(-1) ?? authorization
  return { ...outcome, text: outcome.text.replaceAll(secret, '…') }
}

function quietly(listener: TransportOptions['onEvent']): (event: TransportEvent) => void {
  return (event) => {
    try {
      listener?.(event)
    } catch {
      // A broken log must not break a call.
    }
  }
}
