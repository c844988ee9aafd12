/** Any object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The way in which discounts are read: those of the lines come on top of that of the document, or are part of it. */
export type DiscountReading = 'on-top' | 'included'

const BOTH = [true, false] as const

/** Sums that differ by less are the same sum. One Rial, as the core reads them. */
const ROUNDING = 1

/** Whether each reading of a document makes its `finalValue`, in a fixed order: the readings of the core. */
export function fitsOf(document: JsonObject): readonly boolean[] {
  const final = numberIn(document, 'finalValue')
  return sumsOf(document).map(({ sum }) => isSameAmount(sum, final))
}

/** The discount reading whose sum is nearest to the `finalValue`, and its place in `fitsOf`. */
export function readingOf(document: JsonObject): { readonly discount: DiscountReading; readonly index: number } {
  const final = numberIn(document, 'finalValue')
  const sums = sumsOf(document)
  const distances = sums.map(({ sum }) => Math.abs(sum - final))
  const index = Math.max(0, distances.indexOf(Math.min(...distances)))
  return { discount: sums[index]?.discount ?? 'on-top', index }
}

/** The sum of the document in the reading at this place of `fitsOf`. */
export function sumAt(document: JsonObject, index: number): number {
  return sumsOf(document)[index]?.sum ?? 0
}

function sumsOf(document: JsonObject) {
  const lines = detailsOf(document)
  const total = (of: (line: JsonObject) => number) => lines.reduce((sum, line) => sum + of(line), 0)
  const ofLines = total((line) => numberIn(line, 'totalDiscount'))
  const gross = { price: total(worthOf), total: total((line) => numberIn(line, 'totalUnitPrice')) }
  const own = numberIn(document, 'discount')
  const taxOf = (name: 'vat' | 'toll', field: string, isOwn: boolean) =>
    isOwn && typeof document[name] === 'number' ? document[name] : total((line) => numberIn(line, field))
  return (['price', 'total'] as const).flatMap((rows) =>
    (['on-top', 'included'] as const).flatMap((discount) =>
      BOTH.flatMap((isOwnVat) =>
        BOTH.map((isOwnToll) => {
          const off = discount === 'included' ? own : own + ofLines
          const taxes = taxOf('vat', 'totalVat', isOwnVat) + taxOf('toll', 'totalToll', isOwnToll)
          return { discount, sum: gross[rows] - off + taxes + numberIn(document, 'additionalCosts') }
        }),
      ),
    ),
  )
}

/** The price of a line times its count. */
export function worthOf(line: JsonObject): number {
  return numberIn(line, 'baseUnitPrice') * numberIn(line, 'count')
}

/** The lines of a document. */
export function detailsOf(document: JsonObject): readonly JsonObject[] {
  const details: unknown = document['details']
  return Array.isArray(details) ? details.filter(isObject) : []
}

/** Whether two amounts differ by rounding at most. */
export function isSameAmount(one: number, other: number): boolean {
  return Math.abs(one - other) < ROUNDING
}

/** The number in a field. 0: there is none. */
export function numberIn(object: JsonObject, name: string): number {
  const value = object[name]
  return typeof value === 'number' ? value : 0
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
