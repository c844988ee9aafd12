import type { Result } from 'neverthrow'
import type { ApiError } from './api-error'
import type { BodySink } from './body-sink'
import { createDelivery } from './deliver'
import { errorOf } from './error-of'
import { createExchange } from './exchange'
import { takeOff } from './flight'
import { atOutermostEdge } from './outermost-edge'
import { readAnswer } from './read-answer'
import { sendThrough } from './send-through'
import { createSessionTrust } from './session-trust'
import { createSessions, type ActiveSession } from './sessions'
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
 * Creates the transport of one server. It has its own limits, circuit and session, so create one for each server and
 * share it. Throws one sentence if an option is wrong. The returned functions never throw or reject.
 */
export function createTransport<S>(options: TransportOptions & LoginOptions<S>): Transport<S> {
  const { system } = options
  const emit = quietly(options.onEvent)
  const settings = settingsOf(options)
  const exchange = createExchange(system, options.fetch, settings, emit)
  const sessions = createSessions(options, exchange, emit)
  const deliver = createDelivery(sessions, createSessionTrust(settings.sessionTrustMs), exchange)

  const makeCall = <T>(call: Call<T>, sink?: BodySink, most?: number) => {
    const { kind, signal, mayLeave, send, read, refused, leftNothing } = call
    const maxBytes = most ?? longestAnswer(kind, settings)
    const flight = takeOff({ kind, signal, mayLeave, sink, maxBytes })
    const about = { system, kind, refused }
    return atOutermostEdge<T>(
      signal,
      () => errorOf(about, { kind: 'aborted', sent: flight.sent }),
      () =>
        sendThrough(send, (request) =>
          deliver(request, { kind, leftNothing, flight, read: (end) => readAnswer(about, end, read) }),
        ),
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

function quietly(listener: TransportOptions['onEvent']): (event: TransportEvent) => void {
  return (event) => {
    try {
      listener?.(event)
    } catch {
      // An exception in the log must not break a call.
    }
  }
}
