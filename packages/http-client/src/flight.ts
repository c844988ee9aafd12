import type { SendKind } from './transport-types'

/** One call under way, as the attempts and the cancellation see it. */
export interface Flight {
  readonly kind: SendKind
  readonly signal: AbortSignal | undefined
  /** Whether the server may have begun with the work: what a cancelled write has to tell its caller. */
  sent: boolean
}

/** A call that has not left yet. */
export function takeOff(kind: SendKind, signal: AbortSignal | undefined): Flight {
  return { kind, signal, sent: false }
}
