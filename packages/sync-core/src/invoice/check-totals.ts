import type { Invoice, Quote } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import { Amount, clamp, ROUNDING, sum } from './money'
import { isMoreThanRounding, worthOfLine, type ReadLine } from './read-lines'
import { worded } from '../messages/core-messages'

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
 * Compares a document's sums with what its lines make: `totalUnitPrice` of each line, `totalValue` and `finalValue`. A difference of
 * a Rial a line is rounding, for each amount that goes into the sum; more is an issue that names both sums. A sum that is not given is not
 * checked.
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
 * Amounts that are no number, and a discount that is below 0 or above what the lines are worth by more than rounding. A discount within that
 * is put right by `withinWorth`.
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

/** The amounts with a discount that the lines can take, where it was out of their range by rounding alone. */
export function withinWorth(amounts: DocumentAmounts, lines: readonly ReadLine[]): DocumentAmounts {
  const { discount } = amounts
  const most = worthOf(lines)
  return discount.isFinite() ? { ...amounts, discount: clamp(discount, most) } : amounts
}

/** What discounts of the lines have left. */
function worthOf(lines: readonly ReadLine[]): Amount {
  return sum(lines.map(worthOfLine))
}
