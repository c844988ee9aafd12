import type { Logger, RulesInput } from '@siagh-sync/sync-core'

// The default of sync-core.
const AFTER_UNKNOWN_WRITE_MS = 30_000

/**
 * Warns of a lease that leaves a write to Siagh too little time to arrive before another worker may take the record over. It is
 * allowed: tests want short leases, and only a worker that was suspended, or lost an answer, makes a double of it.
 */
export function warnOfShortLease({ leaseMs, retry }: RulesInput, logger: Logger): void {
  const enoughMs = 2 * (retry?.afterUnknownWriteMs ?? AFTER_UNKNOWN_WRITE_MS)
  if (leaseMs === undefined || leaseMs >= enoughMs) return
  logger.warn(
    { leaseMs, enoughMs },
    'LEASE_SECONDS is so short that a worker which hangs while it writes may make a contact twice',
  )
}
