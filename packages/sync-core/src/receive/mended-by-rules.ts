import type { Param, Saying } from '../messages/saying'
import type { InboxEntry } from '../ports/store'
import type { Rules } from '../rules'
import { unsetRules } from '../rules/site-rules'

/** Issues of a document's own fields that a rule of the site ends. */
const NAMES_A_RULE: ReadonlySet<string> = new Set([
  'several_readings_fit',
  'readings_without_final_value',
  'extra_without_place',
])

/**
 * Whether other rules may be what a failed record waits for. A process cannot see which rules it had before, and a rule
 * may be a function. So a record counts whose failure names a rule, if no rule that it lacks is still unset.
 */
export function isMendedByRules({ error }: Pick<InboxEntry, 'error'>, rules: Rules): boolean {
  if (error?.kind === 'no_account_party') return rules.preInvoice.customer !== 'account-party'
  if (error?.kind !== 'invalid_data') return false
  const ofRules = error.details.filter((line) => line.startsWith('rules.'))
  const isUnset = unsetRules(rules).some((name) => ofRules.some((line) => line.startsWith(`rules.preInvoice.${name}:`)))
  return !isUnset && (ofRules.length > 0 || (error.said?.details ?? []).some(namesRule))
}

function namesRule(line: Saying | string): boolean {
  return typeof line !== 'string' && isNamed(line.params?.['reason'])
}

function isNamed(reason: Param | undefined): boolean {
  return typeof reason === 'object' && NAMES_A_RULE.has(reason.code)
}
