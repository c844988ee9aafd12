import { describe, expect, it } from 'vitest'
import { disguiseAmounts } from './disguise-amounts'
import { createSecretOrder } from './secret-order'

const order = (seed: number) => createSecretOrder(Buffer.alloc(32, seed))

interface Line {
  readonly productCode: string
  readonly count: number
  readonly baseUnitPrice: number
  readonly totalUnitPrice: number
  readonly totalDiscount: number
  readonly totalVat: number
  readonly totalToll: number
  readonly finalUnitPrice: number
}

interface Bill {
  readonly details: readonly Line[]
  readonly discount: number
  readonly vat: number
  readonly toll: number
  readonly additionalCosts: number | null
  readonly totalValue: number
  readonly finalValue: number
}

/** Two lines with discounts of their own, a discount of the document, VAT, costs; `final` says what the customer pays. */
const bill = (
  scale: number,
  own: number,
  final: (sums: { gross: number; ofLines: number; own: number; vat: number }) => number,
): Bill => {
  const line = (count: number, price: number, totalDiscount: number): Line => {
    const totalUnitPrice = count * price * scale
    const totalVat = (totalUnitPrice - totalDiscount * scale) / 10
    const row = totalUnitPrice - totalDiscount * scale + totalVat
    return {
      productCode: `500${price}`,
      count,
      baseUnitPrice: price * scale,
      totalUnitPrice,
      totalDiscount: totalDiscount * scale,
      totalVat,
      totalToll: 0,
      finalUnitPrice: row / count,
    }
  }
  const details = [line(2, 500, 100), line(2.5, 1200, 0), line(1, 70, 20)]
  const sum = (of: (one: Line) => number) => details.reduce((total, one) => total + of(one), 0)
  const [gross, ofLines, vat] = [
    sum((one) => one.totalUnitPrice),
    sum((one) => one.totalDiscount),
    sum((one) => one.totalVat),
  ]
  const finalValue = final({ gross, ofLines, own: own * scale, vat }) + 40 * scale
  return { details, discount: own * scale, vat, toll: 0, additionalCosts: 40 * scale, totalValue: gross, finalValue }
}

/** What the customer pays, in every reading of the discounts and of the VAT. */
const readingsOf = ({ details, discount, vat, additionalCosts }: Bill) => {
  const sum = (of: (line: Line) => number) => details.reduce((total, line) => total + of(line), 0)
  const gross = sum((line) => line.baseUnitPrice * line.count)
  const ofLines = sum((line) => line.totalDiscount)
  return [ofLines + discount, discount].flatMap((off) =>
    [vat, sum((line) => line.totalVat)].map((tax) => gross - off + tax + (additionalCosts ?? 0)),
  )
}

const fits = (one: Bill) => readingsOf(one).map((value) => Math.abs(value - one.finalValue) < 0.001)

const onTop = ({ gross, ofLines, own, vat }: { gross: number; ofLines: number; own: number; vat: number }) =>
  gross - ofLines - own + vat
const included = ({ gross, own, vat }: { gross: number; own: number; vat: number }) => gross - own + vat
const offByFive = (sums: { gross: number; ofLines: number; own: number; vat: number }) => onTop(sums) + 5

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('the amounts of a document under key %i', (seed) => {
  it.each([
    ['a discount on top of those of its lines', onTop],
    ['a discount that includes those of its lines', included],
    ['sums that fit no reading', offByFive],
  ])('keep what holds of them, and only that, with %s', (_, final) => {
    for (const scale of [1000, 10_000, 10]) {
      const real = bill(scale, 300, final)
      const made = disguiseAmounts(order(seed), { crmId: `${seed}`, ...real }).document
      const read = JSON.parse(JSON.stringify(made)) as Bill
      expect(fits(read)).toEqual(fits(real))
      expect(read.totalValue).toBe(read.details.reduce((sum, line) => sum + line.totalUnitPrice, 0))
      for (const line of read.details) {
        expect(line.totalUnitPrice).toBeCloseTo(line.baseUnitPrice * line.count, 3)
        expect(line.totalVat).toBeCloseTo((line.totalUnitPrice - line.totalDiscount) / 10, 0)
      }
    }
  })

  it('stay whole Rial where they are, and none stays as it is', () => {
    const real = bill(1000, 300, onTop)
    const { document, lines } = disguiseAmounts(order(seed), { crmId: `${seed}`, ...real })
    const made = JSON.parse(JSON.stringify(document)) as Bill
    for (const name of ['discount', 'vat', 'totalValue', 'finalValue', 'additionalCosts'] as const) {
      expect(Number.isInteger(made[name])).toBe(true)
      expect(made[name]).not.toBe(real[name])
    }
    made.details.forEach((line, index) => {
      const { factor = 0, added = 0, price = 0 } = lines[index] ?? {}
      expect(line.baseUnitPrice).toBe(price * factor + added)
      expect(line.baseUnitPrice).not.toBe(real.details[index]?.baseUnitPrice)
    })
  })
})

it('leaves the proportions of a row whose total comes from a formula', () => {
  const [plain] = bill(1000, 0, onTop).details
  const details = [{ ...plain, totalUnitPrice: 7_777_000 }]
  const made = disguiseAmounts(order(1), { crmId: '1', details, finalValue: 7_777_000 }).document
  const [line] = made['details'] as readonly Line[]
  expect((line?.totalUnitPrice ?? 0) / (line?.baseUnitPrice ?? 1)).toBeCloseTo(7_777_000 / 500_000, 6)
})
