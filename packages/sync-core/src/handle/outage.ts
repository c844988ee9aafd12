import type { System } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import { askedPauseMs } from './asked-pause'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** What a run learned about the servers. */
export interface Findings {
  readonly answered: readonly System[]
  readonly away?: { readonly system: System; readonly retryAfterMs?: number }
}

/** The time to wait, or leave to go: then `done` has to be called when the run has ended. */
type Pass = { readonly waitMs: number } | { readonly done: (findings: Findings) => void }

/**
 * Knows which servers are away, so that records wait for a server instead of using up their attempts on it. While one is
 * away, a single run at a time finds out whether it is back; a run that had no need of it lets the others find out.
 */
export interface Outage {
  pass(): Pass
  /** An answer of this server was just lost: until its run has ended and told more, nothing that cannot be repeated is sent. */
  suspect(system: System): void
  /** Whether the server is suspect, or away and not yet to be tried again. */
  isLeftAlone(system: System): boolean
  /** The servers that are away, and until when they are left alone. */
  list(): { readonly system: System; readonly until: number }[]
}

interface Away {
  readonly since: number
  readonly until: number
  /** What the wait grows from. */
  readonly waitMs: number
}

/** Takes both servers to be there until a run finds out otherwise. */
export function createOutage(clock: Clock): Outage {
  const away = new Map<System, Away>()
  const suspects = new Map<System, Away>()
  let probing = false

  const learn = ({ answered, away: missing }: Findings) => {
    for (const system of answered) {
      away.delete(system)
      suspects.delete(system)
    }
    if (missing) away.set(missing.system, laterStill(away.get(missing.system), askedPauseMs(missing), clock.now()))
  }

  const probe = (findings: Findings) => {
    probing = false
    learn(findings)
    for (const [system, state] of away) if (leftOf(state, clock.now()) <= 0) away.delete(system)
  }

  return {
    pass() {
      if (away.size === 0) return { done: learn }
      const waitMs = Math.max(...[...away.values()].map((state) => leftOf(state, clock.now())))
      if (waitMs > 0) return { waitMs }
      if (probing) return { waitMs: FIRST_WAIT_MS }
      probing = true
      return { done: probe }
    },
    suspect: (system) => void suspects.set(system, laterStill(undefined, 0, clock.now())),
    isLeftAlone: (system) =>
      [away.get(system), suspects.get(system)].some((state) => state && leftOf(state, clock.now()) > 0),
    list: () => [...away].map(([system, { until }]) => ({ system, until })),
  }
}

/** Runs that were under way when the server went away fail together: only one that comes after the wait lengthens it. */
function laterStill(before: Away | undefined, askedMs: number, now: number): Away {
  const isWaiting = before !== undefined && leftOf(before, now) > 0
  if (isWaiting) return { ...before, until: Math.max(before.until, now + askedMs) }
  const waitMs = before ? Math.min(before.waitMs * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS
  return { since: now, waitMs, until: now + Math.max(waitMs, askedMs) }
}

/** A clock that was set back to before the wait began must not make it longer. */
function leftOf({ since, until }: Away, now: number): number {
  return now < since ? 0 : until - now
}
