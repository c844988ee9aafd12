import type { RulesInput } from '@siagh-sync/sync-core'

/**
 * What differs in your Siagh from the defaults: form ids, codes of a pre-invoice, fiscal year, money unit and so on, as the README
 * of `@siagh-sync/sync-core` lists them. Nothing does so far.
 */
export const rules: RulesInput = {}
