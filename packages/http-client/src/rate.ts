/** Counts what begins, to keep to so many beginnings within any second. */
export interface Rate {
  /** How long the next one has to wait from now; 0 if it may begin. */
  readonly pauseMs: () => number
  /** Notes that one begins now. */
  readonly note: () => void
}

/** `Infinity` lets everything begin at once. */
export function createRate(perSecond: number): Rate {
  if (perSecond === Infinity) return { pauseMs: () => 0, note: () => undefined }
  // A ring: the place that the next beginning takes holds the one that has to be a second old by then.
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
