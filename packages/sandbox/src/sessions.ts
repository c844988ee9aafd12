/** Sessions that run out. */
export interface Sessions {
  readonly open: (id: string) => void
  /** Whether the session exists and has not run out. */
  readonly isOpen: (id: string | null) => boolean
  readonly end: (id: string | null) => void
  readonly endAll: () => void
}

/** No session is open. One that is opened lives for `lifeMs`, however often it is used. */
export const createSessions = (now: () => number, lifeMs: number): Sessions => {
  const expiries = new Map<string, number>()
  return {
    open: (id) => {
      expiries.set(id, now() + lifeMs)
    },
    isOpen: (id) => id !== null && (expiries.get(id) ?? -Infinity) > now(),
    end: (id) => {
      if (id !== null) expiries.delete(id)
    },
    endAll: () => expiries.clear(),
  }
}
