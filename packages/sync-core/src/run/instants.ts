import type { Clock } from '../ports/clock'

/** A moment: the time on the clock, and the time that has really passed. Both in milliseconds. */
export interface Instant {
  readonly at: number
  readonly elapsed: number
}

/** Says how old things are, although the clock may be set meanwhile. */
export interface Instants {
  readonly now: () => Instant
  /**
   * Whether an instant was at `since` or later. A clock that was set back makes old things look new. In that case
   * fewer things count as new.
   */
  readonly isSince: (instant: Instant, since: number) => boolean
}

/** The present instant. */
export function instantOf(clock: Clock): Instant {
  const at = clock.now()
  return { at, elapsed: clock.elapsed?.() ?? at }
}

/**
 * How many milliseconds have passed since an instant, even if the clock was set meanwhile. The sleep of a machine may
 * or may not be counted.
 */
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
      // One of the two clocks may count whole milliseconds only.
      return at >= since && at <= present.at && present.elapsed - elapsed <= present.at - since + 1
    },
  }
}
