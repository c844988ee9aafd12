import { detailsOf, fitsOf, isObject, isSameAmount, numberIn, readingOf, sumAt, worthOf } from './amount-readings'
import type { DiscountReading, JsonObject } from './amount-readings'
import { createAmountMaker, exact, roundedLike, type AmountMaker } from './made-up-amount'
import { madeUpLine, type LineAmounts } from './made-up-line'
import type { SecretOrder } from './secret-order'

/** How the amounts of one line were changed. Siagh gets them again, as price and discount of a row. */
export interface LineDisguise {
  readonly code: unknown
  readonly count: number
  readonly price: number
  readonly made: number
  /** The made-up discount of a row whose real discount is so much: its own, and its share of that of the document. */
  readonly discountOf: (real: number) => number
}

/** The discount of a document that does not come from its lines. */
interface OwnDiscount {
  readonly real: number
  readonly made: number
}

const AMOUNTS = ['discount', 'vat', 'toll', 'additionalCosts', 'totalValue', 'finalValue'] as const
const LINE_AMOUNTS = [
  ...(['baseUnitPrice', 'finalUnitPrice', 'totalUnitPrice', 'totalDiscount', 'totalVat', 'totalToll'] as const),
]
/** Draws under which a reading holds that did not hold before, or the other way round, are thrown away. */
const MOST_DRAWS = 20

/** The names of the fields whose numbers `disguiseAmounts` has changed. */
export const AMOUNT_NAMES: ReadonlySet<string> = new Set([...AMOUNTS, ...LINE_AMOUNTS])

/** Whether an object is an invoice or a quote of the CRM. */
export function isDocument(value: JsonObject): boolean {
  const details: unknown = value['details']
  if (!Array.isArray(details) || !details.every(isObject)) return false
  return 'finalValue' in value || details.some((line) => 'baseUnitPrice' in line)
}

/**
 * Other amounts for a document, under which its sums hold in every reading in which they held before, to the Rial, and in
 * no other. Each price is drawn by itself, and everything that follows from the prices is added up again. So no factor is
 * common to the amounts, and a real amount cannot be computed from them.
 */
export function disguiseAmounts(
  order: SecretOrder,
  document: JsonObject,
): { readonly document: JsonObject; readonly lines: readonly LineDisguise[] } {
  const label = JSON.stringify(document['crmId'] ?? document['number'] ?? '')
  const before = fitsOf(document)
  const draw = (attempt: number) => disguised(createAmountMaker(order, `${label} ${attempt}`), document)
  for (let attempt = 0; attempt < MOST_DRAWS; attempt += 1) {
    const drawn = draw(attempt)
    const after = fitsOf(drawn.document)
    if (before.every((fits, index) => fits === after[index])) return drawn
  }
  // The sums come second: no real amount is ever kept for their sake.
  return draw(0)
}

function disguised(make: AmountMaker, document: JsonObject) {
  const details = detailsOf(document)
  const amounts = details.map((line, index) => madeUpLine(make, String(index), line))
  const lines = details.map((line, index) => withAmounts(line, LINE_AMOUNTS, amounts[index] ?? {}))
  const { discount: reading, index } = readingOf(document)
  const own = ownDiscount(make, document, lines, reading)
  const sums = {
    discount: own.made + (own.isRest ? sumOf(lines, 'totalDiscount') : 0),
    vat: madeUpSum(make, 'vat', document, lines, 'totalVat'),
    toll: madeUpSum(make, 'toll', document, lines, 'totalToll'),
    additionalCosts: make.other('costs', numberIn(document, 'additionalCosts')),
  }
  const summed = { ...withAmounts(document, AMOUNTS, sums), details: lines }
  const finalValue = madeUpFinalValue(make, document, summed, index)
  const totalValue = madeUpTotal(make, document, { ...summed, finalValue })
  return {
    document: withAmounts(summed, AMOUNTS, { totalValue, finalValue }),
    lines: details.flatMap((line, place) => disguisesOf(line, amounts[place], own)),
  }
}

/** What the customer pays: the sum in the reading that holds. Where none does, another amount is missing or too much. */
function madeUpFinalValue(make: AmountMaker, document: JsonObject, made: JsonObject, index: number): number {
  const final = numberIn(document, 'finalValue')
  const off = exact(final - sumAt(document, index))
  // A difference of so little is how somebody has rounded, and says nothing of the amounts.
  const madeOff = Math.abs(off) <= 100 ? off : make.other('difference', off)
  return roundedLike(final, sumAt(made, index) + madeOff)
}

function ownDiscount(make: AmountMaker, document: JsonObject, lines: readonly JsonObject[], reading: DiscountReading) {
  const details = detailsOf(document)
  const [discount, ofLines] = [numberIn(document, 'discount'), sumOf(details, 'totalDiscount')]
  if (discount !== 0 && isSameAmount(discount, ofLines)) return { real: 0, made: 0, isRest: true }
  const isRest = reading === 'included' && ofLines > 0 && discount > ofLines
  const real = isRest ? discount - ofLines : discount
  const worth = (of: readonly JsonObject[]) => of.reduce((sum, line) => sum + worthOf(line), 0)
  const [net, madeNet] = [worth(details) - ofLines, worth(lines) - sumOf(lines, 'totalDiscount')]
  if (real === 0) return { real, made: 0, isRest }
  const isPart = real > 0 && net >= real && madeNet > 1
  const made = isPart ? Math.max(1, (madeNet * real * make.part('discount')) / net) : make.other('discount', real)
  return { real, made: roundedLike(real, made), isRest }
}

/** VAT and toll of the document: the sum of the lines, where that is what they are. */
function madeUpSum(
  make: AmountMaker,
  name: 'vat' | 'toll',
  document: JsonObject,
  lines: readonly JsonObject[],
  field: 'totalVat' | 'totalToll',
): number {
  const [own, ofLines] = [numberIn(document, name), sumOf(detailsOf(document), field)]
  return isSameAmount(own, ofLines) ? exact(sumOf(lines, field) + own - ofLines) : make.other(name, own)
}

function madeUpTotal(make: AmountMaker, document: JsonObject, made: JsonObject): number {
  const total = numberIn(document, 'totalValue')
  const sums = (of: JsonObject) => [
    sumOf(detailsOf(of), 'totalUnitPrice'),
    detailsOf(of).reduce((sum, line) => sum + worthOf(line), 0),
    numberIn(of, 'finalValue'),
  ]
  const place = sums(document).findIndex((sum) => isSameAmount(sum, total))
  return place === -1 ? make.other('total', total) : roundedLike(total, sums(made)[place] ?? 0)
}

/** A row of Siagh has the price of the line, or the price that makes the line's total. */
function disguisesOf(line: JsonObject, made: LineAmounts | undefined, own: OwnDiscount): readonly LineDisguise[] {
  if (made === undefined) return []
  const count = numberIn(line, 'count')
  const discount = numberIn(line, 'totalDiscount')
  const discountOf = (real: number) =>
    isSameAmount(real, discount) || own.real === 0
      ? made.totalDiscount
      : roundedLike(real, made.totalDiscount + ((real - discount) * own.made) / own.real)
  const shared = { code: line['productCode'], count, discountOf }
  return [
    { ...shared, price: numberIn(line, 'baseUnitPrice'), made: made.baseUnitPrice },
    { ...shared, price: numberIn(line, 'totalUnitPrice') / count, made: made.totalUnitPrice / count },
  ]
}

function withAmounts(object: JsonObject, names: readonly string[], made: object): JsonObject {
  const changed = names.filter((name) => typeof object[name] === 'number' && Object.hasOwn(made, name))
  return { ...object, ...Object.fromEntries(changed.map((name) => [name, Reflect.get(made, name) as number])) }
}

function sumOf(lines: readonly JsonObject[], name: string): number {
  return exact(lines.reduce((sum, line) => sum + numberIn(line, name), 0))
}
