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

export function createInstants(clock: Clock): Instants {
  const now = (): Instant => {
    const at = clock.now()
    return { at, elapsed: clock.elapsed?.() ?? at }
  }
  return {
    now,
    isSince({ at, elapsed }, since) {
      const present = now()
      // One of the clocks may have only whole milliseconds.
      return at >= since && at <= present.at && present.elapsed - elapsed <= present.at - since + 1
    },
  }
}
