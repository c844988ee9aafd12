import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import { Amount, sum, ZERO } from './money'
import type { ReadLine } from './read-lines'

/** What a document says beside its lines, in Rial. */
export interface DocumentAmounts {
  /** The document's own discount, beside those of its lines. */
  readonly discount: Amount
  readonly vat: Amount
  readonly toll: Amount
  readonly additionalCosts: Amount
}

/** Where a document leaves out its VAT or toll, those of its lines stand in. */
export function amountsOf(document: Invoice | Quote): DocumentAmounts {
  const ofLines = (amounts: readonly (number | undefined)[]) => sum(amounts.map((amount) => new Amount(amount ?? 0)))
  return {
    discount: new Amount(document.discount ?? 0),
    vat: new Amount(document.vat ?? ofLines(document.details.map((line) => line.totalVat))),
    toll: new Amount(document.toll ?? ofLines(document.details.map((line) => line.totalToll))),
    additionalCosts: new Amount(document.additionalCosts ?? 0),
  }
}

/**
 * Compares a document's sums with what its lines make: `totalUnitPrice` of each line, `totalValue` and `finalValue`. A
 * difference of a Rial a line is rounding; more is an issue that names both sums. A sum that is not given is not checked.
 */
export function checkTotals(
  document: Invoice | Quote,
  lines: readonly ReadLine[],
  { discount, vat, toll, additionalCosts }: DocumentAmounts,
): Issue[] {
  const gross = sum(lines.map((line) => line.gross))
  const net = gross.minus(sum(lines.map((line) => line.discount))).minus(discount)
  const final = net.plus(vat).plus(toll).plus(additionalCosts)
  return [
    ...lines.flatMap((line, index) =>
      compare(`details.${index}.totalUnitPrice`, document.details[index]?.totalUnitPrice, line.gross, 1),
    ),
    ...compare('totalValue', document.totalValue, gross, lines.length),
    ...compare('finalValue', document.finalValue, final, lines.length),
  ]
}

function compare(path: string, given: number | undefined, made: Amount, tolerance: number): Issue[] {
  if (given === undefined || new Amount(given).minus(made).abs().lte(tolerance)) return []
  return [{ path, message: `is ${new Amount(given).toFixed()}, and the lines make ${made.toFixed()}` }]
}

/** Amounts that are no number, and a discount that is below 0 or above what the lines are worth. */
export function checkAmounts(document: Invoice | Quote, amounts: DocumentAmounts, lines: readonly ReadLine[]): Issue[] {
  const issues = Object.entries({ ...amounts })
    .filter(([, amount]) => !amount.isFinite())
    .map(([path]) => ({ path, message: 'must be a number' }))
  const worth = sum(lines.map((line) => line.gross.minus(line.discount)))
  const { discount } = amounts
  if ((document.discountPercent ?? 0) > 0 && discount.isZero()) {
    issues.push({ path: 'discountPercent', message: 'is a discount without an amount' })
  }
  if (discount.lt(ZERO)) issues.push({ path: 'discount', message: 'must be 0 or more' })
  if (discount.isFinite() && discount.gt(worth)) {
    const message = `is ${discount.toFixed()}, more than the ${worth.toFixed()} that the lines are worth`
    issues.push({ path: 'discount', message })
  }
  return issues
}
