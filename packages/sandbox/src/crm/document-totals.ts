import type { Dialect } from '../dialect/dialect'
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
  /** As the CRM shows it. */
  readonly discount: number
  readonly vat: number
  readonly finalValue: number
}

/** What the formula of an administrator makes of a row, as the rate of a currency would. */
const formulaRate = 2

const completeLine = (
  line: Partial<CrmDetail>,
  vatPercent: number,
  { rowTotals, finalUnitPrice: meaning }: Dialect,
  newId: () => string,
): CrmDetail => {
  const { baseUnitPrice = 0, count = 1, totalDiscount = 0 } = line
  const rate = rowTotals === 'formula' ? formulaRate : 1
  const totalUnitPrice = line.totalUnitPrice ?? rounded(baseUnitPrice * count * rate)
  const totalVat = line.totalVat ?? rounded(((totalUnitPrice - totalDiscount) * vatPercent) / 100)
  const ofRow = totalUnitPrice - totalDiscount + totalVat
  const finalUnitPrice = meaning === 'of-row' ? rounded(ofRow) : count === 0 ? 0 : rounded(ofRow / count)
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

/** How much of the discount that the CRM shows of a document are the discounts of its lines. */
export const includedDiscount = (details: readonly CrmDetail[], { documentDiscount }: Dialect): number =>
  documentDiscount === 'includes-lines' ? sumOf(details, (line) => line.totalDiscount) : 0

/**
 * Completes the lines and adds them up: `totalValue` is before all discounts, a line's VAT is on what is left after the line's
 * own discount, and the document's discount lowers the document's VAT by its share.
 */
export const documentTotals = (input: TotalsInput, dialect: Dialect, newId: () => string): DocumentTotals => {
  const details = input.lines.map((line) => completeLine(line, input.vatPercent, dialect, newId))
  const totalValue = sumOf(details, (line) => line.totalUnitPrice)
  const lineDiscounts = sumOf(details, (line) => line.totalDiscount)
  const own = input.discount
  const byPercent = rounded(sumOf(details, (line) => line.totalVat) - (own * input.vatPercent) / 100)
  const vat = dialect.documentTaxes === 'typed' ? Math.floor(byPercent / 1000) * 1000 : byPercent
  const finalValue = rounded(totalValue - lineDiscounts - own + vat + input.toll + input.additionalCosts)
  return { details, totalValue, discount: own + includedDiscount(details, dialect), vat, finalValue }
}
