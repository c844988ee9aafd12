import type { BodySink } from './body-sink'
import type { SendKind } from './transport-types'

/** One call under way, as far as attempts and cancellation need it. */
export interface Flight {
  readonly kind: SendKind
  readonly signal: AbortSignal | undefined
  /** Called before each attempt. `false` ends the call. */
  readonly mayLeave: (() => boolean) | undefined
  /** Receives the body of a 2xx while it arrives. Absent: the body is kept until it is complete. */
  readonly sink: BodySink | undefined
  /** The most that is read of a 2xx, in bytes. For a body that is passed on: the most between two items. */
  readonly maxBytes: number
  /** Whether the server may have begun the work. The caller of a cancelled write has to know that. */
  sent: boolean
}

/** Creates a flight. The call has not left yet. */
export function takeOff(call: Omit<Flight, 'sent'>): Flight {
  return { ...call, sent: false }
}
