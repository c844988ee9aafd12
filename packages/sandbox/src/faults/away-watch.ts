/** Tells listeners when a server goes away and comes back: an HTTP server stops listening meanwhile. */
export interface AwayWatch {
  readonly tell: (away: boolean) => void
  /** Calls `listener` at every change, and at once where the server is away already. The answer ends it. */
  readonly watch: (listener: (away: boolean) => void) => () => void
}

/** A watch over a server that is there. */
export const createAwayWatch = (): AwayWatch => {
  const listeners = new Set<(away: boolean) => void>()
  let isAway = false
  return {
    tell: (away) => {
      if (away === isAway) return
      isAway = away
      for (const listener of listeners) listener(away)
    },
    watch: (listener) => {
      listeners.add(listener)
      if (isAway) listener(true)
      return () => void listeners.delete(listener)
    },
  }
}
