import { describe, expect, it } from 'vitest'
import { fitsOf } from './amount-readings'
import { disguiseAmounts } from './disguise-amounts'
import { createSecretOrder } from './secret-order'

const order = (seed: number) => createSecretOrder(Buffer.alloc(32, seed))

const asJson = (document: object): unknown => JSON.parse(JSON.stringify(document))

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
        expect(Math.abs(line.totalVat - (line.totalUnitPrice - line.totalDiscount) / 10)).toBeLessThanOrEqual(0.5)
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
      const price = real.details[index]?.baseUnitPrice
      expect(line.baseUnitPrice).toBe(lines.find((one) => one.price === price)?.made)
      expect(line.baseUnitPrice).not.toBe(price)
    })
  })

  it.each([
    ['on top', onTop],
    ['included', included],
    ['in no reading', offByFive],
  ])('have no factor in common, and no proportion of two of them stays, with discounts %s', (_, final) => {
    const real = bill(1000, 300, final)
    const made = asJson(disguiseAmounts(order(seed), { crmId: `${seed}`, ...real }).document) as Bill
    const amountsIn = ({ details, discount, additionalCosts, finalValue }: Bill) => [
      ...details.flatMap(({ baseUnitPrice, totalDiscount }) => [baseUnitPrice, totalDiscount]),
      ...[discount, additionalCosts ?? 0, finalValue],
    ]
    const factors = amountsIn(made).flatMap((amount, index) => {
      const before = amountsIn(real)[index] ?? 0
      return before === 0 ? [] : [(amount / before).toPrecision(9)]
    })
    // The first discount is a tenth of its row, as its percentage says. A percentage stays.
    expect(new Set(factors).size).toBe(factors.length - 1)
    expect(Math.min(...factors.map(Number))).toBeGreaterThan(0)
  })
})

describe('a row whose total comes from a formula', () => {
  const [plain] = bill(1000, 0, onTop).details
  const details = [{ ...plain, totalUnitPrice: 7_777_000, totalVat: 0, totalDiscount: 0 }]
  const disguised = (seed: number, finalValue: number) =>
    asJson(disguiseAmounts(order(seed), { crmId: '1', details, finalValue }).document) as Bill

  it('stays one whose total is something else, in no known proportion to its price', () => {
    const proportions = Array.from({ length: 20 }, (_, seed) => {
      const [line] = disguised(seed, 7_777_000).details
      return (line?.totalUnitPrice ?? 0) / (line?.baseUnitPrice ?? 1)
    })
    expect(new Set(proportions).size).toBe(20)
    expect(proportions.filter((proportion) => Math.abs(proportion - 2) < 0.01)).toEqual([])
  })

  it.each([
    ['its total', 7_777_000, 'totalUnitPrice'],
    ['its price', 1_000_000, 'baseUnitPrice'],
  ] as const)('is paid by %s where it was', (_, finalValue, name) => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const made = disguised(seed, finalValue)
      const [line] = made.details
      expect(made.finalValue).toBe((line?.[name] ?? 0) * (name === 'baseUnitPrice' ? 2 : 1))
    }
  })
})

/** Odd documents, each with what is odd. */
const odd: readonly (readonly [string, object])[] = [
  ['a count with decimals', { count: 1.333, baseUnitPrice: 1000, totalUnitPrice: 1333 }],
  ['a price with decimals', { count: 3, baseUnitPrice: 333.33, totalUnitPrice: 999.99 }],
  ['a total that is rounded', { count: 1.5, baseUnitPrice: 33_333, totalUnitPrice: 50_000 }],
  ['a discount of everything', { count: 2, baseUnitPrice: 500, totalUnitPrice: 1000, totalDiscount: 1000 }],
  ['a typed discount', { count: 2, baseUnitPrice: 500, totalUnitPrice: 1000, totalDiscount: 137 }],
  ['a count of nothing', { count: 0, baseUnitPrice: 500, totalUnitPrice: 0 }],
  ['no count', { baseUnitPrice: 500, totalUnitPrice: 500 }],
  ['an amount below zero', { count: 1, baseUnitPrice: -700, totalUnitPrice: -700, totalDiscount: -70 }],
  ['an amount beyond all bounds', { count: 1, baseUnitPrice: 1e300, totalUnitPrice: 1e300 }],
  ['a text for an amount', { count: 1, baseUnitPrice: '700', totalUnitPrice: 700 }],
]

describe.each(odd)('a document with %s', (_, line) => {
  it('has other amounts that are numbers, and fits where it did', () => {
    const { totalUnitPrice = 0, totalDiscount = 0 } = line as Partial<Line>
    const real = { crmId: '7', details: [{ productCode: '1', ...line }], finalValue: totalUnitPrice - totalDiscount }
    for (let seed = 1; seed <= 30; seed += 1) {
      const { document, lines } = disguiseAmounts(order(seed), real)
      const made = asJson(document) as { details: [Line]; finalValue: number }
      expect(Object.keys(made.details[0])).toEqual(Object.keys(real.details[0] ?? {}))
      expect(JSON.stringify(document)).not.toContain('null')
      expect(fitsOf(document)).toEqual(fitsOf(real))
      if (real.finalValue !== 0) expect(made.finalValue).not.toBe(real.finalValue)
      expect(lines.length).toBe(2)
    }
  })
})
