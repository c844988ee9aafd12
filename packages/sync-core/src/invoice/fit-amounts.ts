import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import type { Rules } from '../rules'
import { chooseReading } from './choose-reading'
import { readingsOf, type Reading } from './readings'

/** How the amounts of a document can be understood. */
export type FitOfAmounts =
  /**
   * One reading makes the `finalValue`. `isDecided`: the document could have been read in another way, so it shows how
   * this CRM means its amounts.
   */
  | {
      readonly is: 'fits'
      readonly rows: Reading['rows']
      readonly discount: Reading['discount']
      readonly isDecided: { readonly rows: boolean; readonly discount: boolean }
    }
  /** No reading makes the `finalValue`, several do that differ in what Siagh gets, or an amount is wrong. */
  | { readonly is: 'refused'; readonly issues: readonly Issue[] }

/**
 * Tries every reading of a document's amounts, whatever `rules.preInvoice.totals` says. Pure. For a look at many
 * documents of a CRM: `toPreInvoice` does the same under the rules.
 */
export function fitAmounts(document: Invoice | Quote, rules: Rules): FitOfAmounts {
  const totals = { discount: 'by-final-value', rows: 'by-final-value' } as const
  const readings = readingsOf(document, { ...rules, preInvoice: { ...rules.preInvoice, totals } })
  const hasBoth = (name: 'rows' | 'discount') => new Set(readings.map(({ reading }) => reading[name])).size > 1
  return chooseReading(document, readings).match<FitOfAmounts>(
    ({ reading: { rows, discount } }) => ({
      is: 'fits',
      rows,
      discount,
      isDecided: { rows: hasBoth('rows'), discount: hasBoth('discount') },
    }),
    (issues) => ({ is: 'refused', issues }),
  )
}
