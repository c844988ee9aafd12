import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel'
import { isOutage, isAttemptEnd, type AttemptEnd } from './attempt-end'
import type { Settings } from './settings'
import type { TransportEvent } from './transport-types'

/** Stops calls to a server that is down. */
export interface Circuit {
  /** The result for a call that is refused. `undefined`: the call may be made. */
  readonly refusal: () => AttemptEnd | undefined
  /** Makes an attempt, or returns `circuit_open` at once. */
  readonly run: (attempt: () => Promise<AttemptEnd>) => Promise<AttemptEnd>
}

type CircuitEvent = Extract<TransportEvent, { kind: 'circuit' }>['state']

/**
 * Creates a circuit. It opens after `failures` outages in a row. After `openMs` it lets one attempt through, even if
 * the clock was set meanwhile. That attempt closes the circuit or opens it again. Every other call is refused until
 * then.
 */
export function createCircuit({ failures, openMs }: Settings, onChange: (state: CircuitEvent) => void): Circuit {
  // A cancelled attempt proves nothing, so it must not close the circuit that it was testing.
  const failed = handleWhenResult(
    (end) =>
      isAttemptEnd(end) && (isOutage(end) || (end.kind === 'aborted' && breaker.state === CircuitState.HalfOpen)),
  )
  // The breaker uses the wall clock. If that clock is set back by days, the breaker would stay open for days. So the
  // open time is measured here.
  const breaker = circuitBreaker(failed, { halfOpenAfter: -Infinity, breaker: new ConsecutiveBreaker(failures) })
  let openUntil = 0
  breaker.onBreak(() => {
    openUntil = performance.now() + openMs
    onChange('open')
  })
  breaker.onHalfOpen(() => onChange('half_open'))
  breaker.onReset(() => onChange('closed'))

  const isClosed = () => breaker.state === CircuitState.Closed
  const refusal = (): AttemptEnd | undefined => {
    if (isClosed()) return undefined
    const retryAfterMs = Math.ceil(openUntil - performance.now())
    if (retryAfterMs > 0) return { kind: 'circuit_open', retryAfterMs }
    return breaker.state === CircuitState.HalfOpen ? { kind: 'circuit_open', retryAfterMs: openMs } : undefined
  }

  return { refusal, run: async (attempt) => refusal() ?? breaker.execute(attempt) }
}
