import type { System } from '@siagh-sync/siagh-client'
import type { Clock } from '../ports/clock'

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** What a run learned about the servers. */
export interface Findings {
  readonly answered: readonly System[]
  readonly away?: { readonly system: System; readonly retryAfterMs?: number }
}

/** Either the time to wait, or leave to go: `left` has to be called when the run has ended. */
export type Entry = { readonly waitMs: number } | { readonly left: (findings: Findings) => void }

/**
 * Knows which servers are away, so that records wait for a server instead of using up their attempts on it. While one is
 * away, a single run at a time finds out whether it is back.
 */
export interface Outage {
  enter(): Entry
  /** The servers that are away, and until when they are left alone. */
  list(): { readonly system: System; readonly until: number }[]
}

/** Takes both servers to be there until a run finds out otherwise. */
export function createOutage(clock: Clock): Outage {
  const away = new Map<System, { readonly until: number; readonly waitMs: number }>()
  let probing = false

  // Runs that were under way when the server went away fail together: only a probe lengthens the wait.
  const markAway = ({ system, retryAfterMs = 0 }: NonNullable<Findings['away']>) => {
    const before = away.get(system)
    const stillWaiting = before !== undefined && before.until > clock.now()
    const waitMs = !before ? FIRST_WAIT_MS : stillWaiting ? before.waitMs : Math.min(before.waitMs * 2, LONGEST_WAIT_MS)
    const until = stillWaiting ? before.until : clock.now() + waitMs
    away.set(system, { waitMs, until: Math.max(until, clock.now() + retryAfterMs) })
  }

  const learn = ({ answered, away: missing }: Findings) => {
    for (const system of answered) away.delete(system)
    if (missing) markAway(missing)
  }

  return {
    enter() {
      if (away.size === 0) return { left: learn }
      const waitMs = Math.max(...[...away.values()].map(({ until }) => until)) - clock.now()
      if (waitMs > 0) return { waitMs }
      if (probing) return { waitMs: FIRST_WAIT_MS }
      probing = true
      return {
        left(findings) {
          probing = false
          learn(findings)
        },
      }
    },
    list: () => [...away].map(([system, { until }]) => ({ system, until })),
  }
}
