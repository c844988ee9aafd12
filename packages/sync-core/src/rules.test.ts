import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain, prefixed, resolveRules, SITE_RULES, unsetRules, type RulesInput } from './rules'

describe('rules', () => {
  test('every default is filled in', () => {
    const { customerNumber, preInvoice, import: importing, ...rules } = resolveRules()
    const { splitName, ...imported } = importing
    const { accept, maybePosted, ...codes } = preInvoice
    expect(rules).toEqual({
      forms: { contact: '2BFDA', preInvoice: '43D81' },
      organizationTowardType: true,
      letters: 'persian',
      money: 'rial',
      matchOrder: ['refId', 'customerNumber'],
      contact: {
        accept: expect.any(Function) as unknown,
        owned: ['fullname', 'mobileno', 'telno', 'email', 'websiteaddress', 'address', 'pocode', 'passno', 'tozihat'],
        fields: {},
        onDelete: 'nothing',
        provinceField: 'GeographicCode',
        writeBackRecordId: false,
        maxLengths: {
          fullname: 250,
          mobileno: 20,
          telno: 20,
          email: 250,
          websiteaddress: 250,
          address: 1_000,
          pocode: 20,
          passno: 20,
          tozihat: 4_000,
        },
      },
      find: { typeKeys: { person: [''], organization: [''], invoice: [''], quote: [''] } },
      catchUp: { everyMs: 600_000, overlapMs: 300_000, walkEveryMs: 86_400_000 },
      retry: { attempts: 12, firstDelayMs: 2_000, maxDelayMs: 900_000, afterUnknownWriteMs: 30_000 },
      contactListMaxAgeMs: 60_000,
      contactListLagMs: 360_000,
      contactListMinShare: 0.8,
      leaseMs: 60_000,
      settleDelayMs: 1_000,
      sweepEveryMs: 60_000,
      retention: { journalDays: 365, settledDays: 30 },
    })
    expect(codes).toEqual({
      state: 8,
      documentKind: 2,
      customer: 'account-party',
      unit: 'عدد',
      units: {},
      fiscalYear: 'login',
      extras: 'refuse',
      totals: { discount: 'by-final-value', rows: 'by-final-value' },
      remarks: [],
      maxRemarksLength: 1_000,
    })
    expect(imported).toEqual({ accept: [], inactive: 'skip', categories: [], typeCode: {} })
    expect(splitName('سید علی تمرینی')).toEqual({ title: '', firstName: 'سید علی', lastName: 'تمرینی' })
    expect(customerNumber.decode('8')).toBe(8)
    expect(accept({ crmId: 'a', details: [] }, 'quote')).toBe(true)
    expect(maybePosted({ crmId: 'a', details: [] }, 'quote')).toBe(false)
  })

  test('what a site gives is kept, and what it leaves out in the same part is filled in', () => {
    const accept = () => false
    const rules = resolveRules({
      preInvoice: { accept, fiscalYear: 1405, intermediary: null },
      contact: { owned: ['fullname'], maxLengths: { fullname: 60 } },
    })
    expect(rules.preInvoice).toMatchObject({ accept, fiscalYear: 1405, intermediary: null, state: 8 })
    expect(rules.contact).toMatchObject({ owned: ['fullname'], maxLengths: { fullname: 60, email: 250 } })
  })

  test('what only the site knows has no default', () => {
    expect(unsetRules(resolveRules())).toEqual(SITE_RULES)
    expect(unsetRules({ preInvoice: { saleKind: 2, intermediary: null, title: { default: 'سند' } } })).toEqual([
      'saleModel',
      'salesCentre',
      'paymentKind',
    ])
  })

  test.each([
    [{}, 'must name at least one type code, or default'],
    [{ ' ': 1 }, 'must not have an empty type code'],
    [{ 'فروش رسمی': 1, 'فروش\u200Cرسمي': 2 }, "has the type code 'فروش\u200Cرسمي' twice, in two spellings"],
    [{ PI_5: 1.5 }, 'must be a whole number, a table by type code or a function of the document'],
    [{ PI_5: null }, 'must be a whole number, a table by type code or a function of the document'],
    [-1, 'must be 0 or more'],
    [2 ** 31, 'must be 2147483647 or less'],
    [null, 'must be a whole number, a table by type code or a function of the document'],
  ])('%j is no rule for the kind of sale', (saleKind, fault) => {
    const wrong = { preInvoice: { saleKind } } as RulesInput
    expect(() => resolveRules(wrong)).toThrow(`rules.preInvoice.saleKind ${fault}.`)
  })

  test('one call cannot change the defaults of another', () => {
    expect(resolveRules().contact.owned).not.toBe(resolveRules().contact.owned)
  })

  test('one error says everything that is wrong, a sentence each', () => {
    const wrong: unknown = {
      money: 'dollar',
      colour: 'red',
      retry: { attempts: 0 },
      catchUp: { everyMs: 'often' },
      preInvoice: { state: 1.5, fiscalYear: '1404', title: ['x'], unit: ' ' },
      customerNumber: { decode: 1 },
      matchOrder: ['name'],
    }
    expect(() => resolveRules(wrong as RulesInput)).toThrow(
      [
        'rules.customerNumber must be plain(), prefixed({ prefix, offset }) or an object with the functions decode and encode.',
        "rules.money must be 'rial' or 'toman' or 'new-rial'.",
        "rules.matchOrder.0 must be 'refId' or 'customerNumber'.",
        'rules.preInvoice.state must be a whole number.',
        'rules.preInvoice.title must be a text, a table by type code or a function of the document.',
        'rules.preInvoice.unit must not be empty.',
        "rules.preInvoice.fiscalYear must be 'login', 'document-date' or a Jalali year, as in 1404.",
        "rules.catchUp.everyMs must be a number of milliseconds or 'never'.",
        'rules.retry.attempts must be 1 or more.',
        "rules has no setting 'colour'.",
      ].join(' '),
    )
  })
})

describe('customer numbers', () => {
  test('the plain number is the code, in any digits', () => {
    expect(['\u200F8356 ', '۸۳۵۶', '٨٣٥٦', '08356'].map((text) => plain().decode(text))).toEqual([
      8356, 8356, 8356, 8356,
    ])
    expect(plain().encode(8356)).toBe('8356')
  })

  test.each(['', '0', '-3', '3.5', '3a', '1e3', '9'.repeat(20)])('%j is no code', (text) => {
    expect(plain().decode(text)).toBeNull()
  })

  test('prefix and offset are taken off', () => {
    const codec = prefixed({ prefix: '100-', offset: 1_000 })
    expect(codec.encode(8)).toBe('100-1008')
    expect(codec.decode('۱۰۰-۱۰۰۸')).toBe(8)
    expect(codec.decode('1008')).toBeNull()
    expect(codec.decode('100-1000')).toBeNull()
  })

  test('every code comes back from its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.constantFrom('', '100-', 'م-', 'A1'), fc.nat(), (code, prefix, offset) => {
        const codec = prefixed({ prefix, offset })
        expect(codec.decode(codec.encode(code))).toBe(code)
      }),
    )
  })

  test('an offset that is no whole number is misuse', () => {
    expect(() => prefixed({ prefix: '', offset: 0.5 })).toThrow(
      'The offset of a customer number must be a whole number',
    )
  })
})
