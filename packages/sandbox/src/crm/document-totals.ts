import type { CrmDetail } from './crm-objects'

/** The CRM answers amounts with up to 4 decimals. */
const rounded = (amount: number): number => Math.round(amount * 1e4) / 1e4

/** What the lines of a document are reckoned with. */
export interface TotalsInput {
  readonly lines: readonly Partial<CrmDetail>[]
  /** The document's own discount, beside those of its lines. */
  readonly discount: number
  readonly vatPercent: number
  readonly toll: number
  readonly additionalCosts: number
}

/** Sums of a document that add up. */
export interface DocumentTotals {
  readonly details: readonly CrmDetail[]
  readonly totalValue: number
  readonly vat: number
  readonly finalValue: number
}

const completeLine = (line: Partial<CrmDetail>, vatPercent: number, newId: () => string): CrmDetail => {
  const { baseUnitPrice = 0, count = 1, totalDiscount = 0 } = line
  const totalUnitPrice = line.totalUnitPrice ?? rounded(baseUnitPrice * count)
  const totalVat = line.totalVat ?? rounded(((totalUnitPrice - totalDiscount) * vatPercent) / 100)
  const finalUnitPrice = count === 0 ? 0 : rounded((totalUnitPrice - totalDiscount + totalVat) / count)
  return {
    productCode: '',
    productName: '',
    isService: false,
    baseUnitPrice,
    finalUnitPrice,
    count,
    returnedCount: 0,
    totalUnitPrice,
    totalDiscount,
    totalVat,
    totalToll: 0,
    discountPercent: 0,
    detailDescription: '',
    productUnitTypeName: 'عدد',
    serial: null,
    ...line,
    productId: line.productId ?? newId(),
  }
}

const sumOf = (lines: readonly CrmDetail[], amount: (line: CrmDetail) => number): number =>
  rounded(lines.reduce((sum, line) => sum + amount(line), 0))

/**
 * Completes the lines and adds them up: `totalValue` is before all discounts, a line's VAT is on what is left after the line's
 * own discount, and the document's discount lowers the document's VAT by its share.
 */
export const documentTotals = (input: TotalsInput, newId: () => string): DocumentTotals => {
  const details = input.lines.map((line) => completeLine(line, input.vatPercent, newId))
  const totalValue = sumOf(details, (line) => line.totalUnitPrice)
  const vat = rounded(sumOf(details, (line) => line.totalVat) - (input.discount * input.vatPercent) / 100)
  const lineDiscounts = sumOf(details, (line) => line.totalDiscount)
  const finalValue = rounded(totalValue - lineDiscounts - input.discount + vat + input.toll + input.additionalCosts)
  return { details, totalValue, vat, finalValue }
}
