import type { Clock } from '../ports/clock'
import type { Lease } from '../ports/store'
import { instantOf, type Instant } from './instants'

/** A lease while it is held. */
export interface Hold {
  readonly lease: Lease
  /** When it was taken, on the store's clock. */
  readonly takenAt: number
  /** The same instant on our clock, or a little later. */
  readonly taken: Instant
  /** Until when it is surely held, on our clock. */
  until(): number
}

/**
 * Converts a time of the store's clock to our clock as it is set now. The result may be a little too late. The clocks
 * of several machines differ. A worker knows from the store when something was written, and from its own clock when a
 * list was read, so the two must be compared on one clock.
 */
export function toOwnTime({ takenAt, taken }: Hold, at: number, clock: Clock): number {
  const present = instantOf(clock)
  return present.at - (present.elapsed - taken.elapsed) + (at - takenAt)
}
