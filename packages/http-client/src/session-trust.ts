/** A session, as far as its age goes. */
interface Aged {
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number
}

/** Knows for how long each session was not seen to work. */
export interface SessionTrust {
  /** Whether the session was made longer ago than sessions are trusted. */
  readonly isOld: (session: Aged) => boolean
  /** Whether the session was made, or got an answer that was what its call promises, within that time. */
  readonly isProvenLately: (session: Aged) => boolean
  /** The session got such an answer. */
  readonly proven: (session: Aged) => void
}

/** Trusts a session for so long after it was made or proven. */
export function createSessionTrust(trustMs: number): SessionTrust {
  const provenAt = new WeakMap<Aged, number>()
  // A clock that was set back tells no age: then a session is better renewed once too often.
  const isWithin = (since: number) => Date.now() >= since && Date.now() - since < trustMs
  return {
    isOld: ({ madeAt }) => !isWithin(madeAt),
    isProvenLately: (session) => isWithin(provenAt.get(session) ?? session.madeAt),
    proven: (session) => void provenAt.set(session, Date.now()),
  }
}
