import type { DocumentLine } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import { foldForCompare, normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import { Amount, clamp, ROUNDING, withoutDust, ZERO } from './money'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** A line of a document, checked; amounts in Rial. */
export interface ReadLine {
  readonly productCode: string
  readonly unit: string
  readonly quantity: Amount
  /** Of one unit, before discount and VAT. */
  readonly price: Amount
  /** `price` x `quantity`. */
  readonly gross: Amount
  /** Of the whole line; never more than `gross`, and never below 0. */
  readonly discount: Amount
}

/**
 * Reads the lines of a document, and everything that is wrong with them: none at all, no product code (nor product id), a
 * count that is not above 0, a price below 0, a discount below 0 or above what the line is worth, numbers that are none or
 * too large for JSON. A discount that rounding has put out of that range is put back into it.
 */
export function readLines(details: readonly DocumentLine[], rules: Rules): { lines: ReadLine[]; issues: Issue[] } {
  if (details.length === 0) return { lines: [], issues: [{ path: 'details', ...worded('document_without_lines') }] }
  const unitOf = unitReader(rules)
  const lines = details.map((detail) => readLine(detail, unitOf, rules))
  const issues = lines.flatMap((line, index) => issuesOf(line, `details.${index}`))
  const unsupported = details.flatMap((detail, index) => unsupportedIn(detail, index, lines[index]?.gross ?? ZERO))
  return { lines: lines.map(withinWorth), issues: [...issues, ...unsupported] }
}

function readLine(detail: DocumentLine, unitOf: (unit?: string) => string, rules: Rules): ReadLine {
  const text = (value = '') => normalizeText(value, rules.letters)
  const quantity = new Amount(detail.count ?? NaN)
  const price = new Amount(detail.baseUnitPrice ?? NaN)
  return {
    productCode: text(detail.productCode) || text(detail.productId),
    unit: unitOf(detail.productUnitTypeName),
    quantity,
    price,
    gross: price.mul(quantity),
    discount: new Amount(detail.totalDiscount ?? ZERO),
  }
}

/** What the discount of a line has left for the document's; never below 0. */
export function worthOfLine({ gross, discount }: ReadLine): Amount {
  return clamp(withoutDust(gross).minus(discount), gross)
}

/** 1.5 x 33,333 is 49,999.5, of which the CRM gives a discount of 50,000. */
function withinWorth(line: ReadLine): ReadLine {
  return { ...line, discount: clamp(line.discount, withoutDust(line.gross)) }
}

function issuesOf({ productCode, quantity, price, gross, discount }: ReadLine, path: string): Issue[] {
  const issues: Issue[] = []
  const demand = (fulfilled: boolean, field: string, words: Worded) => {
    if (!fulfilled) issues.push({ path: `${path}.${field}`, ...words })
  }
  const priced = quantity.isFinite() && quantity.gt(0) && price.isFinite() && price.gte(0)
  demand(productCode !== '', 'productCode', worded('line_without_product'))
  demand(quantity.isFinite() && quantity.gt(0), 'count', worded('above_zero'))
  demand(price.isFinite() && price.gte(0), 'baseUnitPrice', worded('zero_or_more'))
  demand(discount.isFinite() && discount.gt(ROUNDING.neg()), 'totalDiscount', worded('zero_or_more'))
  demand(isCarried(quantity), 'count', TOO_LARGE)
  demand(isCarried(price), 'baseUnitPrice', TOO_LARGE)
  demand(isCarried(discount), 'totalDiscount', TOO_LARGE)
  demand(
    !priced || !discount.gt(gross.plus(ROUNDING)),
    'totalDiscount',
    worded('discount_above_line', { discount: discount.toFixed(), worth: gross.toFixed() }),
  )
  return issues
}

/** What nobody has seen filled, and what would be lost silently if it were left out of account. */
function unsupportedIn(
  { discountPercent = 0, totalDiscount = 0, returnedCount = 0 }: DocumentLine,
  index: number,
  gross: Amount,
): Issue[] {
  const issues: Issue[] = []
  if (totalDiscount === 0 && isMoreThanRounding(discountPercent, gross, 1)) {
    issues.push({ path: `details.${index}.discountPercent`, ...worded('discount_without_amount') })
  }
  if (returnedCount !== 0) issues.push({ path: `details.${index}.returnedCount`, ...worded('goods_returned') })
  return issues
}

/** Whether a percentage is an amount that no rounding makes 0: the CRM may have rounded the worth first, and then the discount. */
export function isMoreThanRounding(percent: number, worth: Amount, lines: number): boolean {
  const rounding = ROUNDING.mul(lines)
  return percent > 0 && !worth.minus(rounding).mul(percent).div(100).lte(rounding)
}

const TOO_LARGE = worded('number_too_long')

/** Above 2^53 the last digit of a number is lost when its JSON is read: what arrives may be a Rial more or less. */
function isCarried(amount: Amount): boolean {
  return !amount.isFinite() || amount.abs().lte(Number.MAX_SAFE_INTEGER)
}

/** Unit names are compared folded: what the rules call `متر‌مربع` may be typed `متر مربع` in the CRM. */
function unitReader({ preInvoice: { unit, units }, letters }: Rules): (unit?: string) => string {
  const inSiagh = new Map(Object.entries(units).map(([name, called]) => [foldForCompare(name), called]))
  return (name = '') => {
    const written = normalizeText(name, letters)
    return written === '' ? unit : (inSiagh.get(foldForCompare(name)) ?? written)
  }
}
