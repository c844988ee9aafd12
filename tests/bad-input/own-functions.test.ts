import { toContact, toPreInvoice, type PreInvoiceDraft, type RulesInput } from '@siagh-sync/sync-core'
import { ok } from 'neverthrow'
import { describe, expect, it } from 'vitest'
import { importWorld } from '../flow/import-world'
import { sara } from '../flow/world'
import { chain, expectFailure, expectNothingWritten, expectQuietLog, invoiceOf, type Chain } from './chain'
import { expectOk } from '../../test-support/results'

const person = (the: Chain) => ({ kind: 'identity' as const, id: the.sandbox.crm.createPerson(sara) })

const contactWith = (fields: object): RulesInput => ({
  toContact: (...given) => toContact(...given).map((draft) => ({ ...draft, fields: { ...draft.fields, ...fields } })),
})

const preInvoiceWith = (fields: object, line: object = {}): RulesInput => ({
  toPreInvoice: (...given) =>
    toPreInvoice(...given).map((draft): PreInvoiceDraft => ({
      ...draft,
      preInvoice: {
        ...draft.preInvoice,
        lines: draft.preInvoice.lines.map((given) => ({ ...given, ...line })),
        ...fields,
      },
    })),
})

describe("a site's own toContact", () => {
  it.each([
    ['a name of nothing', { fullname: ' ' }, 'nickName: there is no name'],
    ['a text that is too long', { tozihat: 'a'.repeat(4_001) }, 'description: tozihat is 4001 characters long'],
    ['lost letters', { address: 'خیابان \uFFFD' }, 'addressContacts: letters of this text were lost'],
    ['a line break', { tozihat: 'a\nb' }, 'description: holds control characters'],
    ['a number for a text', { telno: 88000008 }, 'phoneContacts: telno must be a text'],
    ['a field that is missing', { email: undefined }, 'email: email must be a text'],
    ['another type', { taraftype: 2 }, 'taraftype: must be 0'],
  ])('is checked like ours: %s', async (_what, fields, place) => {
    const the = await chain({ rules: contactWith(fields) })
    await expectFailure(the, person(the), 'invalid_data', place)
    expectNothingWritten(the)
  })

  it('that answers right is written', async () => {
    const the = await chain({ rules: contactWith({ tozihat: 'از خودمان' }) })
    expect(expectOk(await the.sync.syncIdentity(person(the))).outcome).toBe('created')
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ Description: 'از خودمان' })
  })
})

describe("a site's own toPreInvoice", () => {
  it.each([
    ['an invalid code', { saleModel: 1.5 }, {}, 'saleModel: must be a whole number'],
    ['no lines', { lines: [] }, {}, 'details: the document has no lines'],
    ['remarks that are too long', { remarks: 'a'.repeat(1_001) }, {}, 'description: the remarks are 1001'],
    ['lost letters', { title: '\uFFFD' }, {}, 'title: letters of this text were lost'],
    ['control characters', {}, { unit: 'a\tb' }, 'details.0.productUnitTypeName: holds control'],
    ['a count of 0', {}, { quantity: 0 }, 'details.0.count: must be a number above 0'],
    ['a discount below 0', {}, { discount: -1 }, 'details.0.totalDiscount: must be a number'],
    ['a discount above the line', {}, { quantity: 1, price: 10, discount: 12 }, 'details.0.totalDiscount: is 12'],
    ['an invalid price', {}, { price: NaN }, 'details.0.baseUnitPrice: must be a number'],
  ])('is checked like ours: %s', async (_what, fields, line, place) => {
    const the = await chain({ rules: preInvoiceWith(fields, line) })
    const { kind, id } = invoiceOf(the, {})
    await expectFailure(the, { kind, id }, 'invalid_data', place)
    expect(the.sandbox.siagh.preInvoices()).toEqual([])
  })
})

it.each([
  ['lost letters', { description: '\uFFFD' }],
  ['control characters', { website: 'a\0b' }],
  ['a name of nothing', { nickName: '', firstName: '', lastName: '' }],
])("a site's own toIdentity is checked like ours: %s", async (_what, fields) => {
  const toIdentity: RulesInput['toIdentity'] = (row) =>
    ok({ identity: { nickName: row.Name ?? '', ...fields }, suspicions: [] })
  const world = importWorld({ rules: { toIdentity } })
  world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا نمونه‌پور' })
  const { contacts } = await world.importNow()
  expect(contacts).toMatchObject([{ action: 'failed', error: { kind: 'invalid_data' } }])
  expect(world.sandbox.crm.identities()).toEqual([])
})

describe('a function of the rules that throws', () => {
  const thrown = () => {
    throw new TypeError('there is no price list 7')
  }

  it.each([
    ['toContact', { toContact: thrown }],
    ['customerNumber.decode', { customerNumber: { decode: thrown, encode: String } }],
  ] satisfies [string, RulesInput][])(
    'names itself and says what it threw, for an identity: %s',
    async (name, rules) => {
      const the = await chain({ rules })
      const ref = { kind: 'identity' as const, id: the.sandbox.crm.createPerson({ ...sara, customerNumber: '7' }) }
      await expectFailure(the, ref, 'defect', `the rule ${name} has thrown: TypeError: there is no price list 7`)
      expectNothingWritten(the)
      expectQuietLog(the, ['there is no price list'])
    },
  )

  it.each([
    ['toPreInvoice', { toPreInvoice: thrown }],
    ['preInvoice.saleKind', { preInvoice: { saleKind: thrown } }],
    ['preInvoice.saleModel', { preInvoice: { saleModel: thrown } }],
    ['preInvoice.salesCentre', { preInvoice: { salesCentre: thrown } }],
    ['preInvoice.paymentKind', { preInvoice: { paymentKind: thrown } }],
    ['preInvoice.intermediary', { preInvoice: { intermediary: thrown } }],
    ['preInvoice.title', { preInvoice: { title: thrown } }],
    ['preInvoice.accept', { preInvoice: { accept: thrown } }],
    ['preInvoice.maybePosted', { preInvoice: { maybePosted: thrown } }],
  ] satisfies [string, RulesInput][])(
    'names itself and says what it threw, for a document: %s',
    async (name, rules) => {
      const the = await chain({ rules })
      const { kind, id } = invoiceOf(the, {})
      await expectFailure(
        the,
        { kind, id },
        'defect',
        `the rule ${name} has thrown: TypeError: there is no price list 7`,
      )
      expect(the.sandbox.siagh.preInvoices()).toEqual([])
      expectQuietLog(the, ['there is no price list'])
    },
  )

  it.each([
    ['toIdentity', { toIdentity: thrown }],
    ['import.splitName', { import: { splitName: thrown } }],
    ['import.categories', { import: { categories: thrown } }],
    ['customerNumber.encode', { customerNumber: { decode: () => null, encode: thrown } }],
  ] satisfies [string, RulesInput][])('costs its contact alone, in the import: %s', async (name, rules) => {
    const world = importWorld({ rules })
    world.sandbox.siagh.addContact({ Code: 8_400, Name: 'سارا نمونه‌پور' })
    const { contacts } = await world.importNow()
    const message = `the rule ${name} has thrown: TypeError: there is no price list 7`
    expect(contacts).toMatchObject([{ action: 'failed', error: { kind: 'defect', message } }])
  })

  it.each([
    [
      'a promise',
      { preInvoice: { accept: (async () => false) as never } },
      'preInvoice.accept must answer true or false',
    ],
    ['no Result', { toPreInvoice: (() => ({})) as never }, 'toPreInvoice must answer ok(…) or err(…)'],
  ] satisfies [string, RulesInput, string][])(
    'or that answers %s lets nothing through',
    async (_what, rules, place) => {
      const the = await chain({ rules })
      const { kind, id } = invoiceOf(the, {})
      await expectFailure(the, { kind, id }, 'defect', place)
      expect(the.sandbox.siagh.preInvoices()).toEqual([])
    },
  )
})
