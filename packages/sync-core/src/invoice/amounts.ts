import type { DocumentLine, Invoice, Quote } from '@siagh-sync/crm-client'
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

/** Where the VAT and the toll of a document are read: users of the CRM may type an amount that the lines do not make. */
export type TaxSource = 'document' | 'lines'

/** Reads the amounts as they are. If a document has no VAT or toll of its own, the amounts of its lines are added up. */
export function amountsOf(
  document: Invoice | Quote,
  { vat = 'document', toll = 'document' }: { readonly vat?: TaxSource; readonly toll?: TaxSource } = {},
): DocumentAmounts {
  const tax = (own: number | undefined, source: TaxSource, field: 'totalVat' | 'totalToll') =>
    own === undefined || source === 'lines' ? ofLines(document.details, field) : new Amount(own)
  return {
    discount: new Amount(document.discount ?? 0),
    vat: tax(document.vat, vat, 'totalVat'),
    toll: tax(document.toll, toll, 'totalToll'),
    additionalCosts: new Amount(document.additionalCosts ?? 0),
  }
}

function ofLines(details: readonly DocumentLine[], field: 'totalVat' | 'totalToll'): Amount {
  return sum(details.map((line) => new Amount(line[field] ?? 0)))
}

/** Finds amounts that are not numbers, and a percentage of discount without an amount. */
export function checkAmounts(
  document: Invoice | Quote,
  amounts: DocumentAmounts,
  lines: readonly ReadLine[],
): readonly Issue[] {
  const issues: Issue[] = Object.entries({ ...amounts })
    .filter(([, amount]) => !amount.isFinite())
    .map(([path]) => ({ path, ...worded('amount_is_no_number') }))
  if (amounts.discount.isZero() && isMoreThanRounding(document.discountPercent ?? 0, worthOf(lines), lines.length)) {
    issues.push({ path: 'discountPercent', ...worded('discount_without_amount') })
  }
  return issues
}

/**
 * Finds a discount that is below 0 or above the worth of the lines by more than rounding. A smaller excess is
 * corrected by `withinWorth`.
 */
export function checkDiscount(discount: Amount, lines: readonly ReadLine[]): readonly Issue[] {
  const worth = worthOf(lines)
  if (discount.lte(ROUNDING.neg())) return [{ path: 'discount', ...worded('discount_below_zero') }]
  if (!discount.gt(worth.plus(ROUNDING.mul(lines.length)))) return []
  const words = worded('discount_above_lines', { discount: discount.toFixed(), worth: worth.toFixed() })
  return [{ path: 'discount', ...words }]
}

/** The amounts, with a discount that fits the lines. Corrects a discount that is out of range only by rounding. */
export function withinWorth(amounts: DocumentAmounts, lines: readonly ReadLine[]): DocumentAmounts {
  return { ...amounts, discount: clamp(amounts.discount, worthOf(lines)) }
}

/** The worth of the lines after their own discounts. */
function worthOf(lines: readonly ReadLine[]): Amount {
  return sum(lines.map(worthOfLine))
}
