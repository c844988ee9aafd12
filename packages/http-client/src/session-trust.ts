/** The age of a session. */
interface Aged {
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number
}

/** The status of an answer. Absent: the answer could not be read. */
type Status = number | undefined

/** Knows how long ago each session has worked, and which answers mean that a session has ended. */
export interface SessionTrust {
  /** Whether the session was created longer ago than `trustMs`. */
  readonly isOld: (session: Aged) => boolean
  /** Whether the session was created, or has worked, within that time. */
  readonly isProvenLately: (session: Aged) => boolean
  /** Notes that the session has worked: its call got a good answer. */
  readonly proven: (session: Aged) => void
  /** Notes that a new session got the same answer as the one before, so the answer was about the call. */
  readonly renewedInVain: (status: Status) => void
  /** Whether that has happened to an answer with this status within `trustMs`. */
  readonly wasRenewedInVain: (status: Status) => boolean
  /** Notes that a session had ended: it got an answer with this status, and a new session got another one. */
  readonly hadEnded: (status: Status) => void
  /** Whether a session has ended with this status within `trustMs`, and the status was about no call since. */
  readonly endsSessions: (status: Status) => boolean
}

/** Creates the trust. A session is trusted for `trustMs` after it was created or has worked. */
export function createSessionTrust(trustMs: number): SessionTrust {
  const provenAt = new WeakMap<Aged, number>()
  const inVainAt = new Map<Status, number>()
  const endedAt = new Map<Status, number>()
  // If the clock was set back, the age is unknown. Then one renewal too many is better.
  const isWithin = (since: number) => Date.now() >= since && Date.now() - since < trustMs
  return {
    isOld: ({ madeAt }) => !isWithin(madeAt),
    isProvenLately: (session) => isWithin(provenAt.get(session) ?? session.madeAt),
    proven: (session) => void provenAt.set(session, Date.now()),
    renewedInVain(status) {
      inVainAt.set(status, Date.now())
      endedAt.delete(status)
    },
    wasRenewedInVain: (status) => isWithin(inVainAt.get(status) ?? -Infinity),
    hadEnded: (status) => void endedAt.set(status, Date.now()),
    endsSessions: (status) => isWithin(endedAt.get(status) ?? -Infinity),
  }
}
