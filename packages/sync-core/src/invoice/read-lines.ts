import type { DocumentLine } from '@siagh-sync/crm-client'
import type { Issue } from '../errors'
import { foldForCompare, normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import { Amount, clamp, ROUNDING, withoutDust, ZERO } from './money'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** How the worth of a row is read: as its price times its count, or as its `totalUnitPrice`. */
export type RowsReading = 'price' | 'total'

/** A line of a document after it was read. Amounts in Rial. */
export interface ReadLine {
  readonly productCode: string
  readonly unit: string
  readonly quantity: Amount
  /** The price of one unit, before discount and VAT. */
  readonly price: Amount
  /** `price` x `quantity`. */
  readonly gross: Amount
  /** The discount of the whole line, from 0 to `gross`. */
  readonly discount: Amount
}

/**
 * Reads the lines of a document and finds everything that is wrong with them: no lines; no product code and no
 * product id; a count that is not above 0; a price below 0; a discount below 0 or above the worth of the line;
 * missing numbers; and numbers that are too large for JSON. A discount that is out of range only by rounding is
 * corrected.
 */
export function readLines(
  details: readonly DocumentLine[],
  rules: Rules,
  rows: RowsReading = 'price',
): { lines: ReadLine[]; issues: Issue[] } {
  if (details.length === 0) return { lines: [], issues: [{ path: 'details', ...worded('document_without_lines') }] }
  const unitOf = unitReader(rules)
  const lines = details.map((detail) => {
    const line = readLine(detail, unitOf, rules)
    return rows === 'total' ? byTotal(line, detail) : line
  })
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

/** Whether the total of a row is not its price times its count, by more than rounding: a formula has made it. */
export function isMadeOtherwise({ baseUnitPrice = NaN, count = NaN, totalUnitPrice }: DocumentLine): boolean {
  if (totalUnitPrice === undefined) return false
  return new Amount(baseUnitPrice).mul(count).minus(totalUnitPrice).abs().gt(ROUNDING)
}

/** The line at the price that makes its total. */
function byTotal(line: ReadLine, detail: DocumentLine): ReadLine {
  if (!isMadeOtherwise(detail)) return line
  const gross = new Amount(detail.totalUnitPrice ?? NaN)
  return { ...line, gross, price: gross.div(line.quantity) }
}

/** The worth of a line after its own discount. Never below 0. */
export function worthOfLine({ gross, discount }: ReadLine): Amount {
  return clamp(withoutDust(gross).minus(discount), gross)
}

/** Example: 1.5 x 33,333 is 49,999.5, and the CRM may give a discount of 50,000 on it. */
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

/** Fields that nobody has seen filled. If they were ignored, an amount would be lost without a message. */
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

/**
 * Whether a percentage gives an amount that rounding cannot turn into 0. The CRM may have rounded the worth first,
 * and then the discount.
 */
export function isMoreThanRounding(percent: number, worth: Amount, lines: number): boolean {
  const rounding = ROUNDING.mul(lines)
  return percent > 0 && !worth.minus(rounding).mul(percent).div(100).lte(rounding)
}

const TOO_LARGE = worded('number_too_long')

/**
 * Above 2^53 the last digit of a number is lost when its JSON is read, so the amount may be wrong by a Rial or more.
 */
function isCarried(amount: Amount): boolean {
  return !amount.isFinite() || amount.abs().lte(Number.MAX_SAFE_INTEGER)
}

/**
 * Returns a function that gives the unit name of Siagh. Unit names are compared folded: the rules may say `متر‌مربع`,
 * and the CRM `متر مربع`.
 */
function unitReader({ preInvoice: { unit, units }, letters }: Rules): (unit?: string) => string {
  const inSiagh = new Map(Object.entries(units).map(([name, called]) => [foldForCompare(name), called]))
  return (name = '') => {
    const written = normalizeText(name, letters)
    return written === '' ? unit : (inSiagh.get(foldForCompare(name)) ?? written)
  }
}
