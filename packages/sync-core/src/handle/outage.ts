import type { System } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'
import { askedPauseMs } from './asked-pause'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** What a run has learned about the servers. */
export interface Findings {
  readonly answered: readonly System[]
  readonly away?: { readonly system: System; readonly retryAfterMs?: number }
}

/** Either the time to wait, or the permission to run. After the run, its `done` has to be called. */
type Pass = { readonly waitMs: number } | { readonly done: (findings: Findings) => void }

/**
 * Knows which servers are away, so that records wait for a server and do not use up their attempts. While a server is
 * away, one run at a time tests whether it is back. If that run did not call the server, the other runs may test it.
 */
export interface Outage {
  pass(): Pass
  /**
   * An answer of this server was lost just now. Nothing that cannot be repeated is sent to it until its run has ended
   * and says more.
   */
  suspect(system: System): void
  /** Whether the server is suspect, or away and not to be tried yet. */
  isLeftAlone(system: System): boolean
  /** The servers that are away, and until when nobody calls them. */
  list(): { readonly system: System; readonly until: number }[]
}

interface Away {
  readonly since: number
  readonly until: number
  /** The length of this wait. The next one is longer. */
  readonly waitMs: number
}

/** Creates the list of outages. At first both servers count as available. */
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

/**
 * Runs that were under way when the server went away all fail together. Only a failure after the wait makes the wait
 * longer.
 */
function laterStill(before: Away | undefined, askedMs: number, now: number): Away {
  const isWaiting = before !== undefined && leftOf(before, now) > 0
  if (isWaiting) return { ...before, until: Math.max(before.until, now + askedMs) }
  const waitMs = before ? Math.min(before.waitMs * 2, LONGEST_WAIT_MS) : FIRST_WAIT_MS
  return { since: now, waitMs, until: now + Math.max(waitMs, askedMs) }
}

/** If the clock was set back to before the wait began, the wait is over: it must not become longer. */
function leftOf({ since, until }: Away, now: number): number {
  return now < since ? 0 : until - now
}
