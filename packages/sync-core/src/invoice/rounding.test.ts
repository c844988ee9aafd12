import type { DocumentLine, Quote } from '@siagh-sync/crm-client'
import { sampleSite } from '@siagh-sync/sandbox'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveRules } from '../rules'
import { draftPreInvoice } from './draft-pre-invoice'
import { Amount, sum, toUnit } from './money'
import { expectErr, expectOk } from '../../../../test-support/results'

const crmId = '265d0000-0000-4000-8000-000000000001'
const rulesOf = {
  rial: resolveRules(sampleSite.rules),
  toman: resolveRules({ ...sampleSite.rules, money: 'toman' }),
  'new-rial': resolveRules({ ...sampleSite.rules, money: 'new-rial' }),
}

const draftOf = (document: Omit<Quote, 'crmId'>, money: keyof typeof rulesOf = 'rial') =>
  draftPreInvoice({ crmId, ...document }, 'quote', rulesOf[money])
const linesOf = (document: Omit<Quote, 'crmId'>) => expectOk(draftOf(document)).preInvoice.lines
const issuesOf = (document: Omit<Quote, 'crmId'>) => {
  const error = expectErr(draftOf(document))
  return error.kind === 'invalid_data' ? error.issues.map(({ path }) => path) : []
}
/** 1.5 x 33,333 is 49,999.5. */
const odd: DocumentLine = { productCode: 'A', baseUnitPrice: 33_333, count: 1.5 }
const even: DocumentLine = { productCode: 'B', baseUnitPrice: 1_000, count: 2 }

describe('a document that the CRM has rounded', () => {
  test.each([
    [
      'a full discount that was rounded up',
      { details: [{ ...odd, totalDiscount: 50_000 }], finalValue: 0 },
      [49_999.5],
    ],
    [
      'and its gross too',
      { details: [{ ...odd, totalUnitPrice: 50_000, totalDiscount: 50_000 }], totalValue: 50_000, finalValue: 0 },
      [49_999.5],
    ],
    [
      'a full discount that was rounded down',
      { details: [{ ...odd, totalDiscount: 49_999 }], finalValue: 0.5 },
      [49_999],
    ],
    [
      'a full discount of the document that was rounded up',
      { details: [odd], discount: 50_000, finalValue: 0 },
      [49_999.5],
    ],
    [
      'a full discount of the document over two lines',
      { details: [odd, odd], discount: 100_000, finalValue: 0 },
      [49_999.5, 49_999.5],
    ],
    [
      'half on the line, half on the document',
      { details: [{ ...odd, totalDiscount: 25_000 }], discount: 25_000, finalValue: 0 },
      [49_999.5],
    ],
    ['a discount that is a whole Rial above', { details: [{ ...even, totalDiscount: 2_001 }], finalValue: 0 }, [2_000]],
    ['a discount that is a little below 0', { details: [{ ...even, totalDiscount: -0.0001 }], finalValue: 2_000 }, [0]],
    ['a discount of the document a little below 0', { details: [even], discount: -0.4, finalValue: 2_000 }, [0]],
    ['a percentage that is less than a Rial', { details: [{ ...even, discountPercent: 0.04, totalDiscount: 0 }] }, [0]],
    [
      'a percentage of the document that is less than a Rial',
      { details: [even], discountPercent: 0.04, discount: 0 },
      [0],
    ],
    ['VAT that was rounded line by line', { details: [odd, odd], vat: 9_999, finalValue: 110_002 }, [0, 0]],
    [
      'VAT that only the lines tell',
      {
        details: [
          { ...odd, totalVat: 5_000 },
          { ...odd, totalVat: 5_000 },
        ],
        finalValue: 109_998,
      },
      [0, 0],
    ],
    ['a toll that is left over from rounding', { details: [odd], toll: 0.4, finalValue: 50_000 }, [0]],
    ['costs that are left over from rounding', { details: [odd], additionalCosts: -0.3, finalValue: 50_000 }, [0]],
    ['a total that is a Rial above', { details: [even], totalValue: 2_001, finalValue: 1_999 }, [0]],
    [
      'a product of eight decimals, given away',
      {
        details: [
          { productCode: 'C', baseUnitPrice: 123_456_789.1234, count: 12.3456, totalDiscount: 1_524_148_135.82 },
        ],
      },
      [1_524_148_135.8018],
    ],
    [
      'a product of eight decimals, given away by the document',
      {
        details: [{ productCode: 'C', baseUnitPrice: 123_456_789.1234, count: 12.3456 }],
        discount: 1_524_148_136,
        finalValue: 0,
      },
      [1_524_148_135.8018],
    ],
  ] satisfies [string, Omit<Quote, 'crmId'>, number[]][])('goes to Siagh: %s', (_what, document, discounts) => {
    expect(linesOf(document).map(({ discount }) => discount)).toEqual(discounts)
  })

  test.each([
    ['a discount of two Rials too much', { details: [{ ...even, totalDiscount: 2_002 }] }, ['details.0.totalDiscount']],
    ['a discount of two Rials too much on the document', { details: [even], discount: 2_002 }, ['discount']],
    ['a discount below 0', { details: [{ ...even, totalDiscount: -1 }] }, ['details.0.totalDiscount']],
    [
      'a percentage that is more than a Rial',
      { details: [{ ...even, discountPercent: 1, totalDiscount: 0 }] },
      ['details.0.discountPercent'],
    ],
    ['a final value of two Rials too much', { details: [even], finalValue: 2_002 }, ['finalValue']],
    ['a toll', { details: [even], toll: 1, finalValue: 2_001 }, ['toll']],
  ] satisfies [string, Omit<Quote, 'crmId'>, string[]][])(
    'is refused where it is more than rounding: %s',
    (_what, document, paths) => {
      expect(issuesOf(document)).toEqual(paths)
    },
  )
})

function codesOf(drafted: ReturnType<typeof draftOf>): readonly (string | undefined)[] {
  if (drafted.isOk() || drafted.error.kind !== 'invalid_data') return []
  return drafted.error.issues.map(({ saying }) => saying?.code)
}

const modes = { up: Amount.ROUND_UP, down: Amount.ROUND_DOWN, half: Amount.ROUND_HALF_UP, even: Amount.ROUND_HALF_EVEN }

/** A CRM that rounds each of its amounts, to the Rial or to four decimals, from lines that are rounded or from exact ones. */
const roundedDocument = fc
  .record({
    mode: fc.constantFrom(...Object.values(modes)),
    decimals: fc.constantFrom(0, 4),
    perLine: fc.boolean(),
    tellsVat: fc.boolean(),
    percent: fc.integer({ min: 0, max: 100 }),
    lines: fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 3_000_000_000 }).map((n) => n / 10_000),
        count: fc.integer({ min: 1, max: 90_000 }).map((n) => n / 10_000),
        percent: fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 100 })),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ mode, decimals, perLine, tellsVat, percent, lines }) => {
    const rounded = (amount: Amount) => amount.toDecimalPlaces(decimals, mode)
    const details = lines.map((line) => {
      const exact = new Amount(line.price).mul(line.count)
      const gross = rounded(exact)
      const discount = rounded(gross.mul(line.percent).div(100))
      const vat = rounded(gross.minus(discount).div(10))
      return { line, exact, gross, discount, vat }
    })
    const gross = perLine ? sum(details.map((one) => one.gross)) : rounded(sum(details.map(({ exact }) => exact)))
    const ofLines = sum(details.map((one) => one.discount))
    const discount = Amount.max(0, rounded(gross.minus(ofLines).mul(percent).div(100)))
    const net = gross.minus(ofLines).minus(discount)
    const vat = tellsVat ? rounded(net.div(10)) : sum(details.map((one) => one.vat))
    const document: Omit<Quote, 'crmId'> = {
      details: details.map(({ line, gross, discount, vat }) => ({
        productCode: 'A',
        baseUnitPrice: line.price,
        count: line.count,
        totalUnitPrice: gross.toNumber(),
        totalDiscount: discount.toNumber(),
        totalVat: vat.toNumber(),
        discountPercent: line.percent,
      })),
      totalValue: gross.toNumber(),
      discount: discount.toNumber(),
      discountPercent: percent,
      ...(tellsVat && { vat: vat.toNumber() }),
      finalValue: rounded(net.plus(vat)).toNumber(),
    }
    return { document, net }
  })

/** Lines that are worth less than what rounding may change: the discounts of the lines can be meant in both ways. */
const tiny: readonly (readonly [price: number, count: number, worth: number, discount: number, vat: number])[] = [
  [115_554.6499, 0.0009, 104, 2, 11],
  [0.0008, 0.7736, 1, 0, 1],
  [10_297.4923, 0.0002, 3, 3, 0],
  [0.0013, 8.0752, 1, 1, 0],
]

test('a document is refused where rounding alone makes two readings fit', () => {
  const details = tiny.map(([baseUnitPrice, count, totalUnitPrice, totalDiscount, totalVat]) => ({
    ...{ productCode: 'A', baseUnitPrice, count, totalUnitPrice, totalDiscount, totalVat },
  }))
  const drafted = draftOf({ details, totalValue: 107, discount: 5, finalValue: 108 }, 'rial')
  expect(codesOf(drafted)).toEqual(['several_readings_fit'])
})

test('whatever a CRM rounds, its document goes to Siagh, with no number below 0 and the worth that the CRM tells', () => {
  const moneys = fc.constantFrom('rial' as const, 'toman' as const, 'new-rial' as const)
  fc.assert(
    fc.property(roundedDocument, moneys, ({ document, net }, money) => {
      const drafted = draftOf(document, money)
      if (drafted.isErr()) {
        expect(codesOf(drafted)).toEqual(['several_readings_fit'])
        // The two readings differ by the discounts of the lines. Each may be away by a Rial for each line and amount.
        const ofLines = sum(document.details.map(({ totalDiscount }) => new Amount(totalDiscount ?? 0)))
        expect(ofLines.lte(2 * 6 * document.details.length)).toBe(true)
        return
      }
      const { lines } = drafted.value.preInvoice
      for (const { price, quantity, discount } of lines) {
        expect(discount).toBeGreaterThanOrEqual(0)
        expect(new Amount(price).mul(quantity).minus(discount).gte(0)).toBe(true)
      }
      const sent = sum(lines.map(({ price, quantity, discount }) => new Amount(price).mul(quantity).minus(discount)))
      // A Rial a line for the gross, for the discount of the line, and for that of the document.
      expect(
        sent
          .minus(toUnit(net, money))
          .abs()
          .lte(toUnit(new Amount(3 * lines.length), money)),
      ).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})
