import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhenResult } from 'cockatiel'
import { isOutage, isOutcome, type Outcome } from './outcome'
import type { Settings } from './settings'
import type { TransportEvent } from './transport-types'

/** Stops calls to a server that is down. */
export interface Circuit {
  /** The outcome of a call that is not let through; `undefined` lets it through. */
  readonly refusal: () => Outcome | undefined
  /** Makes an attempt, or answers `circuit_open` at once. */
  readonly run: (attempt: () => Promise<Outcome>) => Promise<Outcome>
}

type CircuitEvent = Extract<TransportEvent, { kind: 'circuit' }>['state']

/**
 * Opens after so many outages in a row, and lets one attempt through once it has been open long enough, whatever the clock is set to: that one
 * closes it or opens it again, and every other call is refused meanwhile.
 */
export function createCircuit({ failures, openMs }: Settings, onChange: (state: CircuitEvent) => void): Circuit {
  // An attempt that was cancelled proves nothing, so it must not close a circuit that it was to test.
  const failed = handleWhenResult(
    (outcome) =>
      isOutcome(outcome) &&
      (isOutage(outcome) || (outcome.kind === 'aborted' && breaker.state === CircuitState.HalfOpen)),
  )
  // The breaker reckons by the wall clock, and one that is set back by days would keep it open for days: how long it is open is counted here.
  const breaker = circuitBreaker(failed, { halfOpenAfter: -Infinity, breaker: new ConsecutiveBreaker(failures) })
  let openUntil = 0
  breaker.onBreak(() => {
    openUntil = performance.now() + openMs
    onChange('open')
  })
  breaker.onHalfOpen(() => onChange('half_open'))
  breaker.onReset(() => onChange('closed'))

  const isClosed = () => breaker.state === CircuitState.Closed
  const refusal = (): Outcome | undefined => {
    if (isClosed()) return undefined
    const retryAfterMs = Math.ceil(openUntil - performance.now())
    if (retryAfterMs > 0) return { kind: 'circuit_open', retryAfterMs }
    return breaker.state === CircuitState.HalfOpen ? { kind: 'circuit_open', retryAfterMs: openMs } : undefined
  }

  return { refusal, run: async (attempt) => refusal() ?? breaker.execute(attempt) }
}
