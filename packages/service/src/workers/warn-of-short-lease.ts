import { resolveRules, type Logger, type RulesInput } from '@siagh-sync/sync-core'

/**
 * Warns if the lease is so short that a write to Siagh may arrive after another worker has taken the record over. A
 * short lease is allowed, because tests need it. It makes a duplicate only if a worker was suspended or has lost an
 * answer.
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
