/** How long a stop may take, in seconds, where it is not said. */
export const STOP_SECONDS = 30

const DRAIN_SECONDS = 3

interface Given {
  readonly ROLE: 'web' | 'worker' | 'both'
  readonly DATABASE_SCHEMA: string
  readonly STOP_SECONDS: number
  readonly QUEUE_PREFIX?: string | undefined
  readonly DRAIN_SECONDS?: number | undefined
}

/** Fills in the defaults that follow from other variables. */
export function fillIn<Variables extends Given>(given: Variables) {
  return {
    ...given,
    // Two installations share a database under two schemas, and each has a queue of its own. No schema has a - in its name, so no two get one prefix.
    QUEUE_PREFIX: given.QUEUE_PREFIX ?? given.DATABASE_SCHEMA.replaceAll('_', '-'),
    DRAIN_SECONDS: given.DRAIN_SECONDS ?? drainSeconds(given),
  }
}

/** Only a web is one of several to whom a load balancer sends. A short stop keeps time for what comes after. */
function drainSeconds(given: Given): number {
  return given.ROLE === 'web' ? Math.min(DRAIN_SECONDS, given.STOP_SECONDS - 1) : 0
}
