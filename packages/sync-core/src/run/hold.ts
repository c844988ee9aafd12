import type { Clock } from '../ports/clock'
import type { Lease } from '../ports/store'
import { instantOf, type Instant } from './instants'

/** A lease while it is held. */
export interface Hold {
  readonly lease: Lease
  /** When it was taken, on the store's clock. */
  readonly takenAt: number
  /** The same instant here, or a little later. */
  readonly taken: Instant
  /** Until when it is surely held, on our clock. */
  until(): number
}

/**
 * The time on our clock, as it is set now, that the store's clock called `at`, or a little later. Clocks of several machines differ; what was
 * written when, one worker reads off the store, and when a list was read, off its own clock.
 */
export function toOwnTime({ takenAt, taken }: Hold, at: number, clock: Clock): number {
  const present = instantOf(clock)
  return present.at - (present.elapsed - taken.elapsed) + (at - takenAt)
}
