import type { Invoice, Quote } from '@siagh-sync/crm-client'

/** How the CRM reckons amounts that siagh-sync does not rest on. */
export interface AmountHabits {
  readonly withVatPercent: number
  /** Documents whose VAT is not what the percentage makes of the rest. */
  readonly vatNotByPercent: number
  /** Lines of more than one piece whose `finalUnitPrice` is the amount of the row. */
  readonly finalOfRow: number
  /** Lines of more than one piece whose `finalUnitPrice` is the amount of one piece. */
  readonly finalOfOne: number
}

/** Counts how the amounts were reckoned. */
export function countAmountHabits(documents: readonly (Invoice | Quote)[]): AmountHabits {
  const withPercent = documents.filter(({ vatPercent = 0 }) => vatPercent !== 0)
  const rows = documents.flatMap(({ details }) => details.map(meaningOfFinal))
  return {
    withVatPercent: withPercent.length,
    vatNotByPercent: withPercent.filter((document) => !isByPercent(document)).length,
    finalOfRow: rows.filter((meaning) => meaning === 'row').length,
    finalOfOne: rows.filter((meaning) => meaning === 'one').length,
  }
}

function isByPercent(document: Invoice | Quote): boolean {
  const { finalValue = 0, vat = 0, toll = 0, additionalCosts = 0, vatPercent = 0, details } = document
  const rest = finalValue - vat - toll - additionalCosts
  // Each line may have been rounded by itself.
  return Math.abs(vat - (rest * vatPercent) / 100) <= details.length + 1
}

function meaningOfFinal(line: (Invoice | Quote)['details'][number]): 'row' | 'one' | undefined {
  const { finalUnitPrice, count = 0, totalUnitPrice = 0, totalDiscount = 0, totalVat = 0, totalToll = 0 } = line
  if (finalUnitPrice === undefined || count === 0) return undefined
  const row = totalUnitPrice - totalDiscount + totalVat + totalToll
  const isRow = Math.abs(finalUnitPrice - row) <= 1
  const isOne = Math.abs(finalUnitPrice - row / count) <= 1
  if (isRow === isOne) return undefined
  return isRow ? 'row' : 'one'
}
