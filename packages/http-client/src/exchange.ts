import type { System } from './api-error'
import { createAttempt } from './attempt'
import { createCircuit } from './circuit'
import type { Flight } from './flight'
import { createLimiter } from './limiter'
import type { AttemptEnd } from './attempt-end'
import type { RepeatableRequest } from './repeatable-request'
import { createRetry } from './retry'
import type { Settings } from './settings'
import type { SendKind, TransportEvent, TransportOptions } from './transport-types'

/** Sends a request as often as it may be sent. Each attempt keeps to the limits of its server. */
export type Exchange = (request: RepeatableRequest, flight: Flight) => Promise<AttemptEnd>

/**
 * Creates the steps of a request, from outside to inside: retry, limiter, circuit, attempt. A pause between attempts
 * uses no slot of the limiter. A request that waits in the limiter when the circuit opens is not sent.
 */
export function createExchange(
  system: System,
  fetch: TransportOptions['fetch'],
  settings: Settings,
  emit: (event: TransportEvent) => void,
): Exchange {
  const attempt = createAttempt(fetch, settings)
  const limiter = createLimiter(settings)
  const circuit = createCircuit(settings, (state) => emit({ kind: 'circuit', system, state }))
  const retryOf = (kind: SendKind) =>
    createRetry(kind, settings, (number, delayMs, reason) =>
      emit({ kind: 'retry', system, attempt: number, delayMs, reason }),
    )
  const retries = { read: retryOf('read'), write: retryOf('write') }

  return (request, flight) =>
    retries[flight.kind](
      async () => circuit.refusal() ?? limiter(flight, () => circuit.run(() => attempt(request, flight))),
      flight.signal,
    )
}
