import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import { Amount, clamp, ROUNDING, sum } from './money'
import { isMoreThanRounding, worthOfLine, type ReadLine } from './read-lines'
import { worded } from '../messages/core-messages'

/** The amounts of a document apart from its lines, in Rial. */
export interface DocumentAmounts {
  /** The discount of the document itself, without the discounts of its lines. */
  readonly discount: Amount
  readonly vat: Amount
  readonly toll: Amount
  readonly additionalCosts: Amount
}

/** Reads the amounts. If a document has no VAT or toll of its own, those of its lines are added up. */
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
 * Compares the sums of a document with the sums of its lines: `totalUnitPrice` of each line, `totalValue` and
 * `finalValue`. A difference of one Rial for each line is rounding, for each amount in the sum. A larger difference
 * is an issue that names both sums. A sum that is missing is not checked.
 */
export function checkTotals(document: Invoice | Quote, lines: readonly ReadLine[], amounts: DocumentAmounts): Issue[] {
  const { discount, vat, toll, additionalCosts } = amounts
  const ofLines = sum(lines.map((line) => line.discount))
  const gross = sum(lines.map((line) => line.gross))
  const final = gross.minus(ofLines).minus(discount).plus(vat).plus(toll).plus(additionalCosts)
  const rounded = [ofLines, discount, vat, toll, additionalCosts].filter((amount) => !amount.isZero()).length
  return [
    ...lines.flatMap((line, index) =>
      compare(`details.${index}.totalUnitPrice`, document.details[index]?.totalUnitPrice, line.gross, 1),
    ),
    ...compare('totalValue', document.totalValue, gross, lines.length),
    ...compare('finalValue', document.finalValue, final, lines.length * (1 + rounded)),
  ]
}

function compare(path: string, given: number | undefined, made: Amount, roundings: number): Issue[] {
  if (given === undefined || new Amount(given).minus(made).abs().lte(ROUNDING.mul(roundings))) return []
  return [{ path, ...worded('sum_differs', { given: new Amount(given).toFixed(), made: made.toFixed() }) }]
}

/**
 * Finds amounts that are not numbers, and a discount that is below 0 or above the worth of the lines by more than
 * rounding. A smaller excess is corrected by `withinWorth`.
 */
export function checkAmounts(document: Invoice | Quote, amounts: DocumentAmounts, lines: readonly ReadLine[]): Issue[] {
  const issues: Issue[] = Object.entries({ ...amounts })
    .filter(([, amount]) => !amount.isFinite())
    .map(([path]) => ({ path, ...worded('amount_is_no_number') }))
  const worth = worthOf(lines)
  const { discount } = amounts
  if (discount.isZero() && isMoreThanRounding(document.discountPercent ?? 0, worth, lines.length)) {
    issues.push({ path: 'discountPercent', ...worded('discount_without_amount') })
  }
  if (discount.lte(ROUNDING.neg())) issues.push({ path: 'discount', ...worded('discount_below_zero') })
  if (discount.isFinite() && discount.gt(worth.plus(ROUNDING.mul(lines.length)))) {
    const words = worded('discount_above_lines', { discount: discount.toFixed(), worth: worth.toFixed() })
    issues.push({ path: 'discount', ...words })
  }
  return issues
}

/** The amounts, with a discount that fits the lines. Corrects a discount that is out of range only by rounding. */
export function withinWorth(amounts: DocumentAmounts, lines: readonly ReadLine[]): DocumentAmounts {
  const { discount } = amounts
  const most = worthOf(lines)
  return discount.isFinite() ? { ...amounts, discount: clamp(discount, most) } : amounts
}

/** The worth of the lines after their own discounts. */
function worthOf(lines: readonly ReadLine[]): Amount {
  return sum(lines.map(worthOfLine))
}
