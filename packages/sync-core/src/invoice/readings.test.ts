import type { DocumentLine, Quote } from '@siagh-sync/crm-client'
import { sampleSite } from '@siagh-sync/sandbox'
import { describe, expect, test } from 'vitest'
import { resolveRules, type RulesInput } from '../rules'
import { toPreInvoice } from './to-pre-invoice'
import { expectErr, expectOk } from '../../../../test-support/results'

/** Two rows of 1,000 and 2,000, each with a discount of a tenth. */
const rows: DocumentLine[] = [
  { productCode: 'A1', baseUnitPrice: 500, count: 2, totalDiscount: 100 },
  { productCode: 'B2', baseUnitPrice: 2_000, count: 1, totalDiscount: 200 },
]
const documentOf = (fields: Partial<Quote>): Quote => ({
  crmId: '265d0000-0000-4000-8000-000000000001',
  details: rows,
  ...fields,
})
const read = (fields: Partial<Quote>, rules: RulesInput['preInvoice'] = {}) =>
  toPreInvoice(documentOf(fields), 'quote', resolveRules({ preInvoice: { ...sampleSite.rules.preInvoice, ...rules } }))
/** What is left to pay of each row. */
const worths = (fields: Partial<Quote>, rules: RulesInput['preInvoice'] = {}) =>
  expectOk(read(fields, rules)).preInvoice.lines.map(({ price, quantity, discount }) => price * quantity - discount)
const issues = (fields: Partial<Quote>, rules: RulesInput['preInvoice'] = {}) => {
  const error = expectErr(read(fields, rules))
  return error.kind === 'invalid_data' ? error.issues.map(({ path, message }) => `${path}: ${message}`) : []
}

describe('the discount of a document', () => {
  test.each([
    ['on top of those of its lines', { discount: 270, finalValue: 2_430 }, [810, 1_620]],
    ['with those of its lines', { discount: 570, finalValue: 2_430 }, [810, 1_620]],
    ['that is only the sum of those of its lines', { discount: 300, finalValue: 2_700 }, [900, 1_800]],
    ['with VAT that was typed', { discount: 300, vat: 77, finalValue: 2_777 }, [900, 1_800]],
  ] satisfies [string, Partial<Quote>, number[]][])('is read %s', (_how, fields, expected) => {
    expect(worths(fields)).toEqual(expected)
  })

  test('is refused where no reading makes the final value, with the sum of each', () => {
    expect(issues({ discount: 570, finalValue: 2_000 })).toEqual([
      'finalValue: is 2000, and no reading of the lines makes that: ' +
        '2130 (the discount of the document comes on top of those of its lines), ' +
        '2430 (the discount of the document includes those of its lines)',
    ])
  })

  test('is refused without a final value, unless a rule says how it is meant', () => {
    expect(issues({ discount: 570 })).toEqual([expect.stringMatching(/^finalValue: is missing.*2130.*2430.*totals/)])
    expect(worths({ discount: 570 }, { totals: { discount: 'included' } })).toEqual([810, 1_620])
    expect(worths({ discount: 270 }, { totals: { discount: 'on-top' } })).toEqual([810, 1_620])
  })

  test('has to make the final value in the reading of the rule too', () => {
    expect(issues({ discount: 570, finalValue: 2_430 }, { totals: { discount: 'on-top' } })).toEqual([
      'finalValue: is 2430, and the lines make 2130',
    ])
  })
})

describe('a row that a formula has made', () => {
  const [first, second] = rows
  const made = [{ ...first, totalUnitPrice: 1_200 }, { ...second }]

  test.each([
    ['counts by its total where that makes the final value', { details: made, finalValue: 2_900 }, [1_100, 1_800]],
    ['counts by its price where that does', { details: made, finalValue: 2_700 }, [900, 1_800]],
    ['counts by its total beside a discount', { details: made, discount: 400, finalValue: 2_800 }, undefined],
  ] satisfies [string, Partial<Quote>, number[] | undefined][])('%s', (_how, fields, expected) => {
    if (expected) expect(worths(fields)).toEqual(expected)
    else expect(worths(fields).reduce((total, worth) => total + worth, 0)).toBe(2_800)
  })

  test('is refused where two readings make the final value, and a rule decides', () => {
    // By price 3,000 less 600, by total 3,300 less 300 and 600.
    const both = { details: [{ ...first, totalUnitPrice: 1_300 }, { ...second }], discount: 600, finalValue: 2_400 }
    expect(issues(both)).toEqual([expect.stringMatching(/^finalValue: is 2400, and several readings.*totals/)])
    expect(worths(both, { totals: { rows: 'price' } })).toEqual([800, 1_600])
    expect(worths(both, { totals: { rows: 'total' } })).toEqual([960, 1_440])
  })

  test('is refused where its price cannot be sent exactly', () => {
    expect(issues({ details: [{ ...first, count: 3, totalUnitPrice: 1_000 }], finalValue: 900 })).toEqual([
      'details.0.baseUnitPrice: has more digits than a number can carry',
    ])
  })
})

test.each([
  ['totalValue', { totalValue: 1 }],
  ['finalUnitPrice', { details: rows.map((row) => ({ ...row, finalUnitPrice: 1 })) }],
  ['totalUnitPrice', { details: rows.map((row) => ({ ...row, totalUnitPrice: 1 })) }],
] satisfies [string, Partial<Quote>][])('%s refuses nothing by itself', (_field, fields) => {
  expect(worths({ ...fields, finalValue: 2_700 })).toEqual([900, 1_800])
})
