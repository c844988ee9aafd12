import type { DocumentLine, Quote } from '@siagh-sync/crm-client'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { sampleSite } from '@siagh-sync/sandbox'
import { resolveRules, type RulesInput } from '../rules'
import { Amount } from './money'
import { toPreInvoice } from './to-pre-invoice'
import { expectErr, expectOk } from '../../../../test-support/results'

const site = sampleSite.rules
const rules = resolveRules(site)
const rulesWith = ({ preInvoice, ...rest }: RulesInput) =>
  resolveRules({ ...rest, preInvoice: { ...site.preInvoice, ...preInvoice } })
const id = '265d0000-0000-4000-8000-000000000001'

const first: DocumentLine = {
  productCode: '500102014',
  productId: '46da0000-0000-4000-8000-000000002014',
  productName: 'کالای اول',
  baseUnitPrice: 2_500_000,
  count: 1,
  totalUnitPrice: 2_500_000,
  totalDiscount: 0,
  totalVat: 250_000,
  productUnitTypeName: 'عدد',
}
const second: DocumentLine = {
  productCode: '500102020',
  baseUnitPrice: 1_200_000,
  count: 2.5,
  totalUnitPrice: 3_000_000,
  totalDiscount: 150_000,
  totalVat: 285_000,
  productUnitTypeName: 'قطعه',
}
const quote: Quote = {
  crmId: id,
  crmObjectTypeCode: 'PI_5',
  description: 'پیش‌فاکتور نمونه',
  details: [first, second],
  totalValue: 5_500_000,
  discount: 0,
  vat: 535_000,
  toll: 0,
  finalValue: 5_885_000,
}

const bare = (line: Partial<DocumentLine>): Quote => ({ crmId: id, details: [{ ...line }] })
const sound = { productCode: 'A1', baseUnitPrice: 1_000, count: 2 }
const manyLines = (count: number): Quote => ({
  crmId: id,
  details: Array.from({ length: count }, (_, index) => ({ ...sound, baseUnitPrice: 1_000 + index })),
})
/** How often a document is turned into a pre-invoice reads one of its lines or reckons with an amount. */
function stepsOf(document: Quote): number {
  let steps = 0
  const counted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        steps += 1
        return Reflect.get(of, name, receiver) as unknown
      },
    })
  const spies = AMOUNT_METHODS.map((name) => vi.spyOn(Amount.prototype, name))
  expect(transform({ ...document, details: counted(document.details.map(counted)) }).isOk()).toBe(true)
  for (const spy of spies) {
    steps += spy.mock.calls.length
    spy.mockRestore()
  }
  return steps
}
const AMOUNT_METHODS = ['plus', 'minus', 'mul', 'div', 'cmp', 'lt', 'lte', 'gt', 'gte', 'abs', 'floor'] as const
const transform = (document: Quote, using = rules) => toPreInvoice(document, 'quote', using)
const issuesOf = (document: Quote, using = rules) => {
  const error = expectErr(transform(document, using))
  return error.kind === 'invalid_data' ? error.issues.map(({ path, message }) => ({ path, message })) : []
}

describe('a document as a pre-invoice', () => {
  test('it says what the recorded exchange says, and who it is', () => {
    expect(expectOk(transform(quote))).toEqual({
      preInvoice: {
        state: 8,
        documentKind: 2,
        saleModel: 5,
        paymentKind: 2,
        salesCentre: 4,
        saleKind: 3,
        intermediary: 31,
        remarks: `[CRM ${id}] پیش‌فاکتور نمونه`,
        title: 'پیش فاکتور فروش',
        lines: [
          { productCode: '500102014', unit: 'عدد', quantity: 1, price: 2_500_000, discount: 0 },
          { productCode: '500102020', unit: 'قطعه', quantity: 2.5, price: 1_200_000, discount: 150_000 },
        ],
      },
      warnings: [],
    })
  })
})

describe('lines', () => {
  test('the product id stands in for a missing code, the default unit for a missing unit', () => {
    const { lines } = expectOk(transform(bare({ ...sound, productCode: ' ', productId: 'P-۷' }))).preInvoice
    expect(lines).toEqual([{ productCode: 'P-7', unit: 'عدد', quantity: 2, price: 1_000, discount: 0 }])
  })

  test('units are called as in Siagh, however the CRM spells them', () => {
    const using = rulesWith({ preInvoice: { units: { 'متر مربع': 'مترمربع' } } })
    const { lines } = expectOk(transform(bare({ ...sound, productUnitTypeName: 'متر‌مربع' }), using)).preInvoice
    expect(lines[0]?.unit).toBe('مترمربع')
  })

  test('a unit named like something of JavaScript is a unit', () => {
    const { lines } = expectOk(transform(bare({ ...sound, productUnitTypeName: 'constructor' }))).preInvoice
    expect(lines[0]?.unit).toBe('constructor')
  })

  test('a document without lines is refused', () => {
    expect(issuesOf({ crmId: id, details: [] })).toEqual([{ path: 'details', message: 'the document has no lines' }])
  })

  test.each([
    ['productCode', { productCode: '' }],
    ['count', { count: -1 }],
    ['count', { count: 0 }],
    ['count', { count: Infinity }],
    ['baseUnitPrice', { baseUnitPrice: NaN }],
    ['baseUnitPrice', { baseUnitPrice: -1 }],
    ['totalDiscount', { totalDiscount: -1 }],
    ['totalDiscount', { totalDiscount: 2_002 }],
    ['totalDiscount', { totalDiscount: NaN }],
  ])('%s is refused as in %o', (field, wrong) => {
    expect(issuesOf(bare({ ...sound, ...wrong })).map((issue) => issue.path)).toEqual([`details.0.${field}`])
  })

  test.each(['count', 'baseUnitPrice'] as const)('a missing %s is refused', (field) => {
    const { [field]: _, ...rest } = sound
    expect(issuesOf(bare(rest))).toMatchObject([{ path: `details.0.${field}` }])
  })

  test('ten times the lines take about ten times the steps, not a hundred times', () => {
    const few = stepsOf({ ...manyLines(20), discount: 12_345 })
    const many = stepsOf({ ...manyLines(200), discount: 12_345 })
    expect(few).toBeGreaterThan(20)
    // Sorting takes a little more than ten times.
    expect(many / few).toBeLessThan(15)
  })

  test('5,000 lines share a discount to the Rial, 5,000 wrong ones make a short list', () => {
    const { details } = manyLines(5_000)
    const { lines } = expectOk(transform({ crmId: id, discount: 1_234_567, details })).preInvoice
    expect(lines.reduce((total, line) => total + line.discount, 0)).toBe(1_234_567)

    const error = expectErr(transform({ crmId: id, details: details.map((line) => ({ ...line, count: -1 })) }))
    expect(error).toMatchObject({ message: 'The quote cannot go to Siagh as it is: 5000 problems' })
    expect(error.kind === 'invalid_data' && error.issues).toHaveLength(50)
  })
})

describe('discount', () => {
  test("the document's own is added to those of the lines", () => {
    const document = { ...quote, discount: 535, finalValue: 5_884_465 }
    const { lines } = expectOk(transform(document)).preInvoice
    expect(lines.map((line) => line.discount)).toEqual([250, 150_285])
  })

  test('one that is more than the lines are worth is refused, naming both sums', () => {
    const issues = issuesOf({ ...bare({ ...sound, totalDiscount: 500 }), discount: 1_502 })
    expect(issues).toEqual([{ path: 'discount', message: 'is 1502, more than the 1500 that the lines are worth' }])
  })

  test.each([-1, NaN])('a discount of %d is refused', (discount) => {
    expect(issuesOf({ ...bare(sound), discount }).map((issue) => issue.path)).toEqual(['discount'])
  })
})

describe('sums', () => {
  test('a mismatch names both sums', () => {
    expect(issuesOf({ ...quote, finalValue: 5_000_000 })).toEqual([
      { path: 'finalValue', message: 'is 5000000, and the lines make 5885000' },
    ])
  })

  test('a Rial a line is rounding, more is not', () => {
    expect(transform({ ...quote, finalValue: 5_884_998 }).isOk()).toBe(true)
    expect(issuesOf({ ...quote, finalValue: 5_884_900 })).toHaveLength(1)
  })

  test('sums that are not given are not checked', () => {
    expect(transform(bare(sound)).isOk()).toBe(true)
  })

  test('the VAT of the lines stands in for a missing one', () => {
    const { vat: _, ...withoutVat } = quote
    expect(transform(withoutVat).isOk()).toBe(true)
  })

  test('0.1 and 0.2 make 0.3', () => {
    const details = [0.1, 0.2].map((baseUnitPrice) => ({
      productCode: 'A',
      count: 3,
      baseUnitPrice,
      totalDiscount: 0.1,
    }))
    const { lines } = expectOk(transform({ crmId: id, details, discount: 0.2, totalValue: 0.9 })).preInvoice
    expect(lines.map((line) => line.discount)).toEqual([0.1, 0.3])
  })
})

describe('toll and additional costs', () => {
  const dear = { ...quote, toll: 1_000, additionalCosts: 250.5, finalValue: 5_886_250.5 }

  test('they are refused by default', () => {
    expect(issuesOf(dear).map((issue) => issue.path)).toEqual(['toll', 'additionalCosts'])
  })

  test('a rule writes them into the remarks, in the money of Siagh', () => {
    const using = rulesWith({ preInvoice: { extras: 'remarks' }, money: 'toman' })
    const { preInvoice, warnings } = expectOk(transform(dear, using))
    expect(preInvoice.remarks).toBe(`[CRM ${id}] پیش‌فاکتور نمونه عوارض: 100 تومان هزینه های جانبی: 25.05 تومان`)
    expect(warnings).toEqual(['toll_in_remarks', 'additional_costs_in_remarks'])
  })

  test('a toll that only the lines name counts', () => {
    expect(issuesOf(bare({ ...sound, totalToll: 5 }))).toMatchObject([{ path: 'toll' }])
  })
})

describe('money', () => {
  test.each([
    ['toman', 123_456.7, 12_345.67],
    ['new-rial', 123_456.7, 12.34567],
    ['rial', 123_456.7, 123_456.7],
  ] as const)('in %s, %d Rial are %d', (money, rials, units) => {
    const document = bare({ ...sound, baseUnitPrice: rials, totalDiscount: rials })
    const { lines } = expectOk(transform(document, resolveRules({ ...site, money }))).preInvoice
    expect(lines[0]).toMatchObject({ price: units, discount: units, quantity: 2 })
  })

  test('an amount that no number can carry is refused, not rounded', () => {
    const document = {
      ...bare({ ...sound, baseUnitPrice: 9_007_199_254_740_991, totalDiscount: 0.1 }),
      discount: 9_007_199_254_740_991,
    }
    expect(issuesOf(document)).toEqual([
      { path: 'details.0.totalDiscount', message: 'has more digits than a number can carry' },
    ])
  })

  test('whatever the amounts, discounts of the rows sum to those of the document', () => {
    const rials = fc.nat(1_000_000_000)
    const line = fc.record({ baseUnitPrice: rials, count: fc.integer({ min: 1, max: 999 }) })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.nat(100), (priced, percent) => {
        const details = priced.map((detail) => ({ ...detail, productCode: 'A' }))
        const totalValue = details.reduce((total, detail) => total + detail.baseUnitPrice * detail.count, 0)
        const discount = Math.floor((totalValue * percent) / 100)
        const document = { crmId: id, details, totalValue, discount, finalValue: totalValue - discount }
        const { lines } = expectOk(transform(document)).preInvoice
        expect(lines.reduce((total, row) => total + row.discount, 0)).toBe(discount)
      }),
    )
  })
})
