import type { Quote } from '@siagh-sync/crm-client'
import { sampleSite } from '@siagh-sync/sandbox'
import { describe, expect, test } from 'vitest'
import { resolveRules, type PreInvoiceRules, type RulesInput } from '../rules'
import { documentCodes } from './document-codes'
import { expectErr, expectOk } from '../../../../test-support/results'

const quoteOf = (crmObjectTypeCode?: string): Quote => ({
  crmId: '265d0000-0000-4000-8000-000000000001',
  details: [],
  ...(crmObjectTypeCode !== undefined && { crmObjectTypeCode }),
})
type Given = NonNullable<RulesInput['preInvoice']>
const codesOf = (quote: Quote, given: Given = {}) =>
  documentCodes(quote, 'quote', resolveRules({ preInvoice: { ...sampleSite.rules.preInvoice, ...given } }))
const issuesOf = (quote: Quote, given: Given) =>
  expectErr(codesOf(quote, given)).map(({ path, message }) => `${path}: ${message}`)

test('each rule gives its own code', () => {
  expect(expectOk(codesOf(quoteOf('PI_5')))).toEqual({
    saleKind: 3,
    saleModel: 5,
    salesCentre: 4,
    paymentKind: 2,
    intermediary: 31,
    title: 'پیش فاکتور فروش',
  })
})

test('a title is written in the letters of Siagh', () => {
  const rules = resolveRules({ letters: 'arabic', preInvoice: { ...sampleSite.rules.preInvoice, title: 'سند ویژه' } })
  expect(expectOk(documentCodes(quoteOf(), 'quote', rules)).title).toBe('سند ويژه')
})

describe('a table by type code', () => {
  const saleKind = { 'QUOTE-OFFICIAL': 2, 'فروش غیررسمی': 1 }

  test.each([
    ['QUOTE-OFFICIAL', 2],
    ['quote-official', 2],
    ['فروش غيررسمي', 1],
    ['فروش غیر\u200Cرسمی ', 1],
    ['ﻓﺮوش غیررسمی', 1],
  ])('has %j, however it is spelt', (typeCode, code) => {
    expect(expectOk(codesOf(quoteOf(typeCode), { saleKind })).saleKind).toBe(code)
  })

  test.each(['QUOTE', 'PI_5', 'constructor', '__proto__', ' '])('refuses %j, which it does not name', (typeCode) => {
    expect(issuesOf(quoteOf(typeCode), { saleKind })).toEqual([
      `rules.preInvoice.saleKind: the table has neither the type ${typeCode} nor a default: add one and start the service again, and the document goes by itself`,
    ])
  })

  test('refuses a document without a type code', () => {
    expect(issuesOf(quoteOf(), { saleKind })[0]).toContain('neither the type (no type code) nor a default')
  })

  test.each([undefined, 'QUOTE'])('takes its default for %j', (typeCode) => {
    expect(expectOk(codesOf(quoteOf(typeCode), { saleKind: { ...saleKind, Default: 4 } })).saleKind).toBe(4)
  })

  test('may say that there is no intermediary for one type', () => {
    const intermediary = { PI_5: null, default: 31 }
    expect(expectOk(codesOf(quoteOf('PI_5'), { intermediary })).intermediary).toBeNull()
    expect(expectOk(codesOf(quoteOf('PI_6'), { intermediary })).intermediary).toBe(31)
  })
})

describe('a function of the document', () => {
  test('gets the document and its kind', () => {
    const saleModel: PreInvoiceRules['saleModel'] = (document, kind) => (kind === 'quote' ? document.details.length : 9)
    expect(expectOk(codesOf(quoteOf(), { saleModel })).saleModel).toBe(0)
  })

  test('that knows no value refuses the document', () => {
    expect(issuesOf(quoteOf('PI_7'), { saleModel: () => undefined })).toEqual([
      'rules.preInvoice.saleModel: the function of the rule knows no value for this document, whose type is PI_7',
    ])
  })

  test.each([NaN, -1, 1.5, '2', null, Promise.resolve(2), {}, 2 ** 31])('that gives %j is refused', (given) => {
    expect(issuesOf(quoteOf(), { saleModel: () => given as number })).toEqual([
      'rules.preInvoice.saleModel: the function of the rule must return a whole number from 0 to 2147483647',
    ])
  })

  test.each([' ', 5, null])('that gives the title %j is refused', (given) => {
    expect(issuesOf(quoteOf(), { title: () => given as string })).toEqual([
      'rules.preInvoice.title: the function of the rule must return a text that is not empty',
    ])
  })
})

test('every rule that is not set is named at once', () => {
  const issues = expectErr(documentCodes(quoteOf('PI_5'), 'quote', resolveRules()))
  expect(issues.map(({ path }) => path)).toEqual(
    ['saleKind', 'saleModel', 'salesCentre', 'paymentKind', 'intermediary', 'title'].map(
      (name) => `rules.preInvoice.${name}`,
    ),
  )
  expect(issues[0]?.message).toBe(
    'is not set, and nothing is guessed: set the rule and start the service again, and the document goes by itself',
  )
})
