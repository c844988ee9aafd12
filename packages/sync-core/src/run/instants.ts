import type { Clock } from '../ports/clock'

/** When something was, by the clock and by what has really passed. */
export interface Instant {
  readonly at: number
  readonly elapsed: number
}

/** Tells how old things are, on a clock that may be set while they grow old. */
export interface Instants {
  readonly now: () => Instant
  /** Whether an instant was at `since` or later. A clock that was set back makes what is old look new: then less counts as new. */
  readonly isSince: (instant: Instant, since: number) => boolean
}

/** This instant. */
export function instantOf(clock: Clock): Instant {
  const at = clock.now()
  return { at, elapsed: clock.elapsed?.() ?? at }
}

/** How many milliseconds have passed since an instant, whatever the clock was set to meanwhile. A machine that slept may count its sleep or not. */
export function passedSince({ at, elapsed }: Instant, clock: Clock): number {
  const present = instantOf(clock)
  return clock.elapsed ? Math.max(present.elapsed - elapsed, present.at - at) : present.at - at
}

export function createInstants(clock: Clock): Instants {
  const now = () => instantOf(clock)
  return {
    now,
    isSince({ at, elapsed }, since) {
      const present = now()
      // One of the clocks may have only whole milliseconds.
      return at >= since && at <= present.at && present.elapsed - elapsed <= present.at - since + 1
    },
  }
}
