import type { Issue } from '../errors'
import type { Rules } from '../rules'
import type { Warning } from '../types'
import type { DocumentAmounts } from './amounts'
import { describeMoney } from './money'
import { worded } from '../messages/core-messages'

/** The result for amounts that have no field in a pre-invoice. */
export interface Extras {
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  readonly issues: readonly Issue[]
}

const EXTRAS = [
  { path: 'toll', name: 'عوارض', warning: 'toll_in_remarks' },
  { path: 'additionalCosts', name: 'هزینه های جانبی', warning: 'additional_costs_in_remarks' },
] as const satisfies readonly { path: keyof DocumentAmounts; name: string; warning: Warning }[]

/**
 * A toll and additional costs are refused, or written into the remarks, as `rules.preInvoice.extras` says. Less than
 * one Rial for each of the `lines` is rounding and is ignored.
 */
export function extrasOf(amounts: DocumentAmounts, lines: number, { preInvoice, money }: Rules): Extras {
  const present = EXTRAS.filter(({ path }) => !amounts[path].abs().lt(path === 'toll' ? lines : 1))
  if (preInvoice.extras === 'refuse') {
    const issues = present.map(({ path }) => ({
      path,
      ...worded('extra_without_place', { amount: amounts[path].toFixed() }),
    }))
    return { notes: [], warnings: [], issues }
  }
  return {
    notes: present.map(({ path, name }) => `${name}: ${describeMoney(amounts[path], money)}`),
    warnings: present.map(({ warning }) => warning),
    issues: [],
  }
}
