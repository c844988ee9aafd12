import type { CrmDetail, CrmDocument, StoredLine, StoredPreInvoice } from '@siagh-sync/sandbox'
import { foldName } from './fold'

/** What is wrong with the pre-invoices of one document: there has to be one, for its customer, with its lines and its sum. */
export function preInvoiceDifferences(
  document: CrmDocument,
  preInvoices: readonly StoredPreInvoice[],
  customerCode: number | undefined,
): string[] {
  const [posted, ...others] = preInvoices
  const which = `document ${document.crmId}`
  if (!posted) return [`${which} has no pre-invoice in Siagh`]
  if (others.length > 0) return [`${which} has ${preInvoices.length} pre-invoices in Siagh`]
  const differences = [
    ...(posted.customerCode === customerCode ? [] : [`its customer is not contact ${customerCode ?? '(none)'}`]),
    ...lineDifferences(document.details, posted.lines),
    ...discountDifferences(document, posted.lines),
  ]
  return differences.map((difference) => `${which}, pre-invoice ${posted.number}: ${difference}`)
}

function lineDifferences(details: readonly CrmDetail[], lines: readonly StoredLine[]): string[] {
  if (details.length !== lines.length) return [`${details.length} lines in the CRM, ${lines.length} in Siagh`]
  return details.flatMap((detail, index) => {
    const line = lines[index]
    const same =
      line?.productCode === detail.productCode &&
      foldName(line.unit) === foldName(detail.productUnitTypeName) &&
      line.quantity === detail.count &&
      line.price === detail.baseUnitPrice
    return same ? [] : [`line ${index + 1} has another product, unit, quantity or price`]
  })
}

/** Siagh knows discounts of lines alone: together they make up the discount that the document shows, which includes those of its lines. */
function discountDifferences(document: CrmDocument, lines: readonly StoredLine[]): string[] {
  const inCrm = document.discount
  const inSiagh = sum(lines.map(({ discount }) => discount))
  return Math.abs(inCrm - inSiagh) < 0.01 ? [] : [`discounts are ${inCrm} in the CRM and ${inSiagh} in Siagh`]
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
