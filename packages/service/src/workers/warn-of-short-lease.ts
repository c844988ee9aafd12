import { resolveRules, type Logger, type RulesInput } from '@siagh-sync/sync-core'

/**
 * Warns of a lease that leaves a write to Siagh too little time to arrive before another worker may take the record over. It is
 * allowed: tests want short leases, and only a worker that was suspended, or lost an answer, makes a double of it.
 */
export function warnOfShortLease(rules: RulesInput, logger: Logger): void {
  const { leaseMs, retry } = resolveRules(rules)
  const enoughMs = 2 * retry.afterUnknownWriteMs
  if (leaseMs >= enoughMs) return
  logger.warn(
    { leaseMs, enoughMs },
    'LEASE_SECONDS is so short that a worker which hangs while it writes may make a contact twice',
  )
}
