import type { SecretOrder } from './secret-order'

/** Any object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The amounts of a document and of its lines. */
const OF_DOCUMENT = ['discount', 'vat', 'toll', 'additionalCosts', 'totalValue', 'finalValue'] as const
const OF_LINE = ['baseUnitPrice', 'finalUnitPrice', 'totalUnitPrice', 'totalDiscount', 'totalVat', 'totalToll'] as const

/** How the amounts of one line were changed. Siagh gets them again, as price and discount of a row. */
export interface LineDisguise {
  readonly code: unknown
  readonly count: number
  readonly price: number
  /** Every amount is multiplied by this. */
  readonly factor: number
  /** This is added to the price of one. */
  readonly added: number
}

/** Amounts by the names of their fields. */
type Amounts = Readonly<Record<string, number>>

/** What is added to a line. */
interface Addition {
  readonly price: number
  readonly amounts: Amounts
  readonly worth: number
  readonly vat: number
  readonly toll: number
}

const NOTHING: Addition = { price: 0, amounts: {}, worth: 0, vat: 0, toll: 0 }

/** Whether an object is an invoice or a quote of the CRM. */
export function isDocument(value: JsonObject): boolean {
  return Array.isArray(value['details']) && value['details'].every(isObject) && 'finalValue' in value
}

/**
 * Other amounts for a document, under which its sums hold in every reading in which they held before, to the Rial, and in no
 * other. All amounts are multiplied by one secret factor. Then a made-up document with the same counts, the same taxes
 * and no discount is added. A reading adds amounts up, so what holds for both documents holds for their sum. The factor
 * alone could be found: it would divide all amounts.
 */
export function disguiseAmounts(
  order: SecretOrder,
  document: JsonObject,
): { readonly document: JsonObject; readonly lines: readonly LineDisguise[] } {
  const details = (document['details'] as readonly unknown[]).filter(isObject)
  const label = JSON.stringify(document['crmId'] ?? document['number'] ?? '')
  const factor = factorOf(order, label, [document, ...details])
  const hasTaxes = { vat: numberIn(document, 'vat') !== 0, toll: numberIn(document, 'toll') !== 0 }
  const additions = details.map((line, index) => additionTo(order, `${label} ${index}`, line, hasTaxes))
  const lines = details.map((line, index) => changed(line, OF_LINE, factor, additions[index]?.amounts ?? {}))
  const total = (of: (addition: Addition) => number) => additions.reduce((sum, addition) => sum + of(addition), 0)
  const [worth, vat, toll] = [total((one) => one.worth), total((one) => one.vat), total((one) => one.toll)]
  const sums = { totalValue: worth, vat, toll, finalValue: worth + vat + toll }
  return {
    document: { ...changed(document, OF_DOCUMENT, factor, sums), details: lines },
    lines: details.map((line, index) => ({
      code: line['productCode'],
      count: numberIn(line, 'count'),
      price: numberIn(line, 'baseUnitPrice'),
      factor,
      added: additions[index]?.price ?? 0,
    })),
  }
}

/** An amount times a factor, without what a binary fraction adds. Amounts have up to 4 decimals. */
export function scaled(amount: number, factor: number): number {
  return exact(amount * factor)
}

function exact(amount: number): number {
  return Math.round(amount * 10_000) / 10_000
}

/** A factor that leaves whole Rial whole: it has as many decimals as all amounts have zeros at their end, three at most. */
function factorOf(order: SecretOrder, label: string, parts: readonly JsonObject[]): number {
  const amounts = parts.flatMap((part) => [...OF_DOCUMENT, ...OF_LINE].map((name) => numberIn(part, name)))
  const step = [1000, 100, 10].find((power) => amounts.every((amount) => amount % power === 0)) ?? 1
  const most = step === 1 ? 7 : step * 6
  return (2 * (step === 1 ? 1 : step / 4) + order.number(`factor ${label}`, most)) / step
}

function additionTo(
  order: SecretOrder,
  label: string,
  line: JsonObject,
  hasTaxes: { readonly vat: boolean; readonly toll: boolean },
): Addition {
  const [price, count, given] = [
    numberIn(line, 'baseUnitPrice'),
    numberIn(line, 'count'),
    numberIn(line, 'totalUnitPrice'),
  ]
  const net = price * count - numberIn(line, 'totalDiscount')
  const taxes = numberIn(line, 'totalVat') + numberIn(line, 'totalToll')
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(price, 1))) - 5)
  const added = (1 + order.number(`price ${label}`, 97)) * size * 10_000
  const worth = added * count
  const isPlain = [price * count, net, net + taxes].some((sum) => Math.abs(sum - given) < 0.01)
  // A row whose total comes from a formula of the site: what its formula makes of another price is not known.
  if (!isPlain || !Number.isInteger(worth)) return NOTHING
  const taxOf = (name: 'totalVat' | 'totalToll', isOn: boolean) =>
    isOn && net > 0 ? Math.round((worth * Math.round((100 * numberIn(line, name)) / net)) / 100) : 0
  const [vat, toll] = [taxOf('totalVat', hasTaxes.vat), taxOf('totalToll', hasTaxes.toll)]
  const row = worth + vat + toll
  const finalGiven = numberIn(line, 'finalUnitPrice')
  const isOfOne = Math.abs(finalGiven * count - (net + taxes)) < 1 && count !== 1
  const amounts = {
    baseUnitPrice: added,
    totalUnitPrice: taxes > 0 && Math.abs(given - net - taxes) < 0.01 ? row : worth,
    totalVat: vat,
    totalToll: toll,
    finalUnitPrice: isOfOne ? row / count : Math.abs(finalGiven - price) < 0.01 ? added : row,
  }
  return { price: added, amounts, worth, vat, toll }
}

function changed(object: JsonObject, names: readonly string[], factor: number, added: Amounts): JsonObject {
  const amounts = names
    .filter((name) => typeof object[name] === 'number')
    .map((name) => [name, exact(scaled(numberIn(object, name), factor) + (added[name] ?? 0))] as const)
  return { ...object, ...Object.fromEntries(amounts) }
}

function numberIn(object: JsonObject, name: string): number {
  const value = object[name]
  return typeof value === 'number' ? value : 0
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The names of the fields whose numbers `disguiseAmounts` has changed. */
export const AMOUNT_NAMES: ReadonlySet<string> = new Set([...OF_DOCUMENT, ...OF_LINE])
