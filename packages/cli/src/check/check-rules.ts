import { settings, type Config } from '@siagh-sync/service'
import { unsetRules, type SiteRule } from '@siagh-sync/sync-core'
import { failed, fine, warning, type Check } from './check-line'
import { cliSaying } from '../messages/cli-messages'

/** Whether the site has set every rule of a pre-invoice that has no default. Calls no server. */
export function checkRules({ rules }: Config): Check {
  return async (tell) => {
    const unset = unsetRules(rules)
    if (unset.length === 0) {
      tell(fine('rules', cliSaying('check_rules_set')))
      return
    }
    const message = cliSaying('check_rules_unset', { rules: unset.map(nameOf).join(', ') })
    const advice = cliSaying('check_rules_unset_advice')
    // A mapping of the site's own may need none of them.
    tell(rules.toPreInvoice === undefined ? failed('rules', message, advice) : warning('rules', message, advice))
  }
}

/** A rule as it is set: in the file, and in the environment. */
function nameOf(rule: SiteRule): string {
  const path = `preInvoice.${rule}`
  const setting = settings.find((each) => each.path === `rules.${path}`)
  return setting === undefined ? path : `${path} (${setting.variable})`
}
