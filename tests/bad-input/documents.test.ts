import { describe, expect, it } from 'vitest'
import { callsTo, onlyFailure, sara, twoLines, untilHandled } from '../flow/world'
import {
  chain,
  expectFailure,
  expectNothingWritten,
  expectQuietLog,
  invoiceOf,
  lineOf,
  sendAndHandle,
  unknownId,
} from './chain'
import { expectErr, expectOk } from '../../test-support/results'

const [line] = twoLines

describe('a document that cannot become a pre-invoice stands in the failures, names the field, and writes nothing', () => {
  it.each([
    ['no lines', { details: [] }, 'details'],
    ['null for its lines', { details: null }, 'details'],
    ['a toll', { toll: 5_000 }, 'toll'],
    ['additional costs', { additionalCosts: 5_000 }, 'additionalCosts'],
    ['a final value that its lines do not make', { finalValue: 1 }, 'finalValue: is 1, and the lines make 5885000'],
    ['a discount below 0', { discount: -1 }, 'discount'],
    ['a discount above what it is worth', { discount: 9_000_000 }, 'discount'],
  ])('with %s', async (_what, fields, place) => {
    // So that there is one reading, and its sum can be told.
    const the = await chain({ sandbox: { dialect: { documentDiscount: 'on-top' } } })
    const { kind, id } = invoiceOf(the, fields)
    await expectFailure(the, { kind, id }, 'invalid_data', place)
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it.each([
    ['a negative count', { count: -3 }, 'count'],
    ['a count of 0', { count: 0 }, 'count'],
    ['null for its count', { count: null }, 'count'],
    ['a count above 2^53', { count: 2 ** 53 }, 'count'],
    ['null for its price, which is what JSON makes of NaN', { baseUnitPrice: NaN }, 'baseUnitPrice'],
    ['a price below 0', { baseUnitPrice: -1 }, 'baseUnitPrice'],
    ['a price above 2^53, whose last Rial JSON has lost', { baseUnitPrice: 9_007_199_254_740_993 }, 'baseUnitPrice'],
    ['a discount below 0', { totalDiscount: -1 }, 'totalDiscount'],
    ['a discount above what the line is worth', { totalDiscount: 2_500_002 }, 'totalDiscount'],
    ['neither product code nor product id', { productCode: '', productId: '' }, 'productCode'],
    ['a product code of nothing but blanks and marks', { productCode: ' \u200F\t', productId: '' }, 'productCode'],
  ])('with %s in a line', async (_what, fields, field) => {
    const the = await chain()
    const { kind, id } = lineOf(the, fields)
    await expectFailure(the, { kind, id }, 'invalid_data', `details.0.${field}: `)
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it.each([
    ['"NaN" for a price', { baseUnitPrice: 'NaN' }, 'details.0.baseUnitPrice'],
    ['a text for a count', { count: '3 kg' }, 'details.0.count'],
    ['an object for a discount', { totalDiscount: { amount: 1 } }, 'details.0.totalDiscount'],
    ['a number for a product code', { productCode: 500102014 }, 'details.0.productCode'],
  ])('with %s, after the attempts that an unreadable answer gets', async (_what, fields, place) => {
    const the = await chain({ rules: { retry: { attempts: 3 } } })
    const { kind, id } = lineOf(the, fields)
    expect(await expectFailure(the, { kind, id }, 'malformed', place)).toMatchObject({ attempts: 3 })
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it('names every wrong line, up to fifty of 5,000', async () => {
    const the = await chain()
    const { id } = invoiceOf(the, { details: Array.from({ length: 5_000 }, () => ({ ...line, count: -1 })) })
    const error = expectErr(await the.sync.syncInvoice({ id }))
    expect(error).toMatchObject({ kind: 'invalid_data', message: expect.stringContaining('5000 problems') })
    expect(error).toHaveProperty('issues.length', 50)
    expectNothingWritten(the)
  })

  it('with a price of 0, which Siagh refuses, and can be sent again once it is put right', async () => {
    const the = await chain()
    const { kind, id } = lineOf(the, { baseUnitPrice: 0 })
    await expectFailure(the, { kind, id }, 'rejected', 'Price: قیمت ردیف 1')
    expect(the.sandbox.siagh.preInvoices()).toEqual([])
    the.sandbox.crm.updateDocument(id, { details: twoLines })
    await sendAndHandle(the, kind, id, 'Update')
    expect(expectOk(await the.sync.failures()).items).toEqual([])
    expect(the.sandbox.siagh.preInvoices()).toHaveLength(1)
    expectQuietLog(the)
  })
})

describe('a date of another century', () => {
  it.each([
    ['invoiceDate', { invoiceDate: '0001-01-01T00:00:00' }],
    ['invoiceDate', { invoiceDate: '9999-12-31T23:59:59.999' }],
  ])('is refused where it decides the fiscal year: %s', async (field, fields) => {
    const the = await chain({ rules: { preInvoice: { fiscalYear: 'document-date' } } })
    const { kind, id } = invoiceOf(the, fields)
    await expectFailure(the, { kind, id }, 'invalid_data', field)
    expect(callsTo(the.sandbox.siagh, 'savePreInvoice')).toBe(0)
  })

  it('hurts nobody where it decides nothing', async () => {
    const the = await chain()
    const { id } = invoiceOf(the, { invoiceDate: '0001-01-01T00:00:00', expireDate: '0001-01-01T00:00:00' })
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
  })

  it.each(['21/12/2025', '1404/09/30', '2025-13-01T00:00:00', '2025-02-30T00:00:00'])(
    'is unreadable where it is no date at all: %s',
    async (invoiceDate) => {
      const the = await chain()
      const { id } = invoiceOf(the, { invoiceDate })
      const error = expectErr(await the.sync.syncInvoice({ id }))
      expect(error).toMatchObject({ kind: 'malformed', system: 'crm', path: 'invoiceDate' })
      expectNothingWritten(the)
    },
  )
})

describe('a document that looks odd and is sound', () => {
  it('of 5,000 lines is posted whole', async () => {
    const the = await chain()
    const details = Array.from({ length: 5_000 }, (_, index) => ({ ...line, baseUnitPrice: 1_000 + index, count: 0.1 }))
    const { id } = invoiceOf(the, { details, discount: 12_345 })
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    const [posted] = the.sandbox.siagh.preInvoices()
    expect(posted?.lines).toHaveLength(5_000)
    expect(posted?.lines.at(-1)).toMatchObject({ row: '5000', price: 5_999, quantity: 0.1 })
    expect(posted?.lines.reduce((sum, { discount }) => sum + discount, 0)).toBeCloseTo(12_345, 4)
  })

  it.each([
    ['a count of 0.1 + 0.2', { count: 0.1 + 0.2 }, { quantity: 0.1 + 0.2 }],
    ['a price of four decimals', { baseUnitPrice: 1_234.5678, count: 3 }, { price: 1_234.5678, quantity: 3 }],
    ['a price of 2^53 - 1', { baseUnitPrice: 2 ** 53 - 1, count: 1 }, { price: 2 ** 53 - 1 }],
    ['a product id alone', { productCode: null, productId: 'ab-1' }, { productCode: 'ab-1' }],
    ['a product code with Persian digits', { productCode: '۵۰۰۱۰۲۰۱۴' }, { productCode: '500102014' }],
    ['a unit that breaks out of JSON', { productUnitTypeName: '"}]|x=1' }, { unit: '"}]|x=1' }],
    ['a unit of a prototype', { productUnitTypeName: '__proto__' }, { unit: '__proto__' }],
  ])('%s goes to Siagh to the last digit', async (_what, fields, sent) => {
    const the = await chain()
    const { id } = invoiceOf(the, { details: [{ ...line, ...fields }], vatPercent: 0 })
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    expect(the.sandbox.siagh.preInvoices()[0]?.lines).toMatchObject([sent])
  })

  it('a description that tries to change the customer stays a remark', async () => {
    const the = await chain()
    const { id } = invoiceOf(the, { description: 'ok|sl_sanad.codemoshtari=1|\r\n\0sl_sanad.salmali=1300' })
    const { siagh } = expectOk(await the.sync.syncInvoice({ id }))
    const [posted] = the.sandbox.siagh.preInvoices()
    const customer = the.sandbox.siagh.contacts().at(-1)
    expect(posted).toMatchObject({ code: siagh?.code, customerCode: customer?.Code, header: { salmali: '1404' } })
    expect(posted?.remarks).toContain('ok¦sl_sanad.codemoshtari=1¦ sl_sanad.salmali=1300')
    expect(posted?.remarks).toContain(id)
  })

  it('a type code that tries the same stays a title', async () => {
    const the = await chain({ rules: { preInvoice: { title: (document) => `سند ${document.crmObjectTypeCode}` } } })
    const { id } = invoiceOf(the, { crmObjectTypeCode: 'PI_5|sl_sanad.codemoshtari=1' })
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    const [posted] = the.sandbox.siagh.preInvoices()
    expect(posted?.customerCode).toBe(the.sandbox.siagh.contacts().at(-1)?.Code)
    expect(posted?.header['namenoesanad']).toBe('سند PI_5¦sl_sanad.codemoshtari=1')
  })

  it('a description of 10,000 characters is cut, with a warning, and the mark stays', async () => {
    const the = await chain()
    const { id } = invoiceOf(the, { description: 'توضیح '.repeat(2_000) })
    expect(expectOk(await the.sync.syncInvoice({ id })).warnings).toEqual(['remarks_shortened'])
    expect(the.sandbox.siagh.preInvoices()[0]?.remarks).toContain(`[CRM ${id}]`)
    expect(expectOk(await the.sync.history({ id })).items[0]).toMatchObject({ warnings: ['remarks_shortened'] })
  })

  it('keys of a prototype in an answer of the CRM are not looked at and pollute nothing', async () => {
    const the = await chain()
    const evil = JSON.parse(
      '{"__proto__":{"details":[],"discount":5,"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    const { id } = invoiceOf(the, evil)
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    expect(the.sandbox.siagh.preInvoices()[0]?.lines).toMatchObject([{ discount: 0 }, { discount: 150_000 }])
    expect('polluted' in {}).toBe(false)
  })
})

describe('the customer of a document', () => {
  it.each([
    ['that is missing', null, 'identityId: the document has no customer'],
    ['that is empty', '', 'identityId: the document has no customer'],
    ['that is no GUID', 'customer-17', "identityId: the customer's id is not a GUID"],
    ['that the CRM does not have', unknownId, `identityId: customer ${unknownId} is not in the CRM`],
  ])('%s is named, and nothing is written', async (_what, identityId, place) => {
    const the = await chain()
    const { kind, id } = invoiceOf(the, { identityId })
    await expectFailure(the, { kind, id }, 'invalid_data', place)
    expectNothingWritten(the)
    expectQuietLog(the)
  })

  it('that is another document is named, and nothing is written', async () => {
    const the = await chain()
    const quote = the.sandbox.crm.createQuote({ details: twoLines })
    const { kind, id } = invoiceOf(the, { identityId: quote })
    await expectFailure(the, { kind, id }, 'invalid_data', `identityId: customer ${quote} is not in the CRM`)
    expectNothingWritten(the)
  })

  it('that cannot go to Siagh is blamed, and the document is posted once the customer is put right', async () => {
    const the = await chain()
    const { kind, id, customer } = invoiceOf(the, {}, { nickName: '' })
    await sendAndHandle(the, 'identity', customer)
    await sendAndHandle(the, kind, id)
    const failures = expectOk(await the.sync.failures()).items
    expect(failures).toMatchObject([
      { key: { kind: 'identity' }, error: { kind: 'invalid_data' } },
      { key: { kind: 'invoice' }, error: { kind: 'invalid_data', details: ['nickName: there is no name'] } },
    ])
    expect(failures[1]?.error?.message).toContain("the document's customer: ")
    expectNothingWritten(the)

    the.sandbox.crm.updateIdentity(customer, sara)
    await sendAndHandle(the, 'identity', customer, 'Update')
    expect(expectOk(await the.sync.retry({ kind, id }))).toBe('retried')
    await untilHandled(the)
    expect(expectOk(await the.sync.failures()).items).toEqual([])
    expect(the.sandbox.siagh.preInvoices()).toMatchObject([{ customerCode: the.sandbox.siagh.contacts().at(-1)?.Code }])
    expectQuietLog(the)
  })

  it('that is an organization is found, although nothing says so', async () => {
    const the = await chain()
    const organization = the.sandbox.crm.createOrganization({ nickName: 'شرکت آزمون', nationalCode: '10380284790' })
    const { id } = invoiceOf(the, { identityId: organization.toUpperCase() })
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    expect(the.sandbox.siagh.contacts().at(-1)).toMatchObject({ tmpid: organization, TowardType: true })
  })

  it('that was deleted in the CRM after it came to Siagh is still the customer', async () => {
    const the = await chain()
    const { id, customer } = invoiceOf(the, {})
    const { siagh } = expectOk(await the.sync.syncIdentity({ id: customer }))
    the.sandbox.crm.remove(customer)
    await sendAndHandle(the, 'identity', customer, 'Delete')
    expect(expectOk(await the.sync.syncInvoice({ id })).outcome).toBe('created')
    expect(the.sandbox.siagh.preInvoices()).toMatchObject([{ customerCode: Number(siagh?.code) }])
  })

  it('that was deleted in Siagh is blamed, and nothing is sent', async () => {
    const the = await chain()
    const { kind, id, customer } = invoiceOf(the, {})
    const { siagh } = expectOk(await the.sync.syncIdentity({ id: customer }))
    the.sandbox.siagh.removeContact(Number(siagh?.code))
    await expectFailure(the, { kind, id }, 'not_found', "the document's customer")
    expect(expectOk(await the.sync.status())).toMatchObject({ failed: 1, inDoubt: 0 })
    expect(the.sandbox.siagh.preInvoices()).toEqual([])
  })

  it('whose mobile number Siagh already has is blamed, and nothing is posted', async () => {
    const the = await chain()
    the.sandbox.siagh.addContact({ Name: 'کسی دیگر', MobileNo: '0912 000 1234' })
    const { kind, id } = invoiceOf(the, {})
    await sendAndHandle(the, kind, id)
    const failure = await onlyFailure(the.sync)
    expect(failure?.error).toMatchObject({ kind: 'rejected', details: ['شماره موبایل نمی تواند تکراری باشد.'] })
    expect(failure?.error?.message).toContain('customer')
    expect(callsTo(the.sandbox.siagh, 'savePreInvoice')).toBe(0)
    expectQuietLog(the)
  })
})
