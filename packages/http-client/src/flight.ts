import type { BodySink } from './body-sink'
import type { SendKind } from './transport-types'

/** One call under way, as the attempts and the cancellation see it. */
export interface Flight {
  readonly kind: SendKind
  readonly signal: AbortSignal | undefined
  /** Asked before each attempt: one that may not leave any more ends the call. */
  readonly mayLeave: (() => boolean) | undefined
  /** Where the body of a 2xx goes as it comes; without one it is kept until it is whole. */
  readonly sink: BodySink | undefined
  /** The most that is read of a 2xx, in bytes; of one that is handed on, the most between two items. */
  readonly maxBytes: number
  /** Whether the server may have begun with the work: what a cancelled write has to tell its caller. */
  sent: boolean
}

/** A call that has not left yet. */
export function takeOff(call: Omit<Flight, 'sent'>): Flight {
  return { ...call, sent: false }
}
