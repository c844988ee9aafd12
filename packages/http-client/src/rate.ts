/** Counts beginnings, so that not too many begin within one second. */
export interface Rate {
  /** How long the next one has to wait from now. 0: it may begin. */
  readonly pauseMs: () => number
  /** Notes that one begins now. */
  readonly note: () => void
}

/** Creates a rate. `Infinity`: everything may begin at once. */
export function createRate(perSecond: number): Rate {
  if (perSecond === Infinity) return { pauseMs: () => 0, note: () => undefined }
  // A ring. The next beginning replaces the oldest one, which must be a second old by then.
  const begun: number[] = []
  let place = 0
  return {
    pauseMs: () => Math.max(0, (begun[place] ?? -Infinity) + 1000 - performance.now()),
    note: () => {
      begun[place] = performance.now()
      place = (place + 1) % perSecond
    },
  }
}
