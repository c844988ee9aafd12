import { unsetRules, type Logger, type RulesInput } from '@siagh-sync/sync-core'

/** Warns if a company has not set the rules of a pre-invoice that have no default: its documents are refused. */
export function warnOfUnsetRules(company: string, rules: RulesInput, logger: Logger): void {
  const unset = unsetRules(rules).map((name) => `preInvoice.${name}`)
  if (unset.length === 0 || rules.toPreInvoice !== undefined) return
  logger.warn({ company, unset }, 'rules are not set: documents are refused, and contacts go to Siagh')
}
