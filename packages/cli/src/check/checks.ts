import type { Config } from '@siagh-sync/service'
import { checkCrm } from './check-crm'
import type { Check } from './check-line'
import { checkRules } from './check-rules'
import { checkQueue } from './check-queue'
import { checkSiagh } from './check-siagh'
import { checkStore } from './check-store'
import { checkWebhook } from './check-webhook'

/** Everything that is looked at, in this order. */
export function checks(config: Config): readonly Check[] {
  return [checkCrm, checkSiagh, checkRules, checkStore, checkQueue, checkWebhook].map((make) => make(config))
}
