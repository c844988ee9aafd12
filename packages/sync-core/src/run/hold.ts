import type { Lease } from '../ports/store'

/** A lease while it is held. */
export interface Hold {
  readonly lease: Lease
  /** When it was taken, on the store's clock. */
  readonly takenAt: number
  /** When that was on ours, or a little later. */
  readonly takenAtHere: number
  /** Until when it is surely held, on our clock. */
  until(): number
}

/**
 * The time on our clock that the store's clock called `at`, or a little later. Clocks of several machines differ; what was written
 * when, one worker reads off the store, and when a list was read, off its own clock.
 */
export function toOwnTime({ takenAt, takenAtHere }: Hold, at: number): number {
  return at - takenAt + takenAtHere
}
