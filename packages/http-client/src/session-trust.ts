/** The age of a session. */
interface Aged {
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number
}

/** Knows how long ago each session has worked. */
export interface SessionTrust {
  /** Whether the session was created longer ago than `trustMs`. */
  readonly isOld: (session: Aged) => boolean
  /** Whether the session was created, or has worked, within that time. */
  readonly isProvenLately: (session: Aged) => boolean
  /** Notes that the session has worked: its call got a good answer. */
  readonly proven: (session: Aged) => void
  /** Notes that a new session got the same answer as the one before, so the answer was about the call. */
  readonly renewedInVain: () => void
  /** Whether that has happened within `trustMs`. */
  readonly wasRenewedInVain: () => boolean
}

/** Creates the trust. A session is trusted for `trustMs` after it was created or has worked. */
export function createSessionTrust(trustMs: number): SessionTrust {
  const provenAt = new WeakMap<Aged, number>()
  let inVainAt = -Infinity
  // If the clock was set back, the age is unknown. Then one renewal too many is better.
  const isWithin = (since: number) => Date.now() >= since && Date.now() - since < trustMs
  return {
    isOld: ({ madeAt }) => !isWithin(madeAt),
    isProvenLately: (session) => isWithin(provenAt.get(session) ?? session.madeAt),
    proven: (session) => void provenAt.set(session, Date.now()),
    renewedInVain: () => void (inVainAt = Date.now()),
    wasRenewedInVain: () => isWithin(inVainAt),
  }
}
