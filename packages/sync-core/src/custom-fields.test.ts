import type { ExtendedProperty, Person, Quote } from '@siagh-sync/crm-client'
import { sampleSite } from '@siagh-sync/sandbox'
import { describe, expect, it } from 'vitest'
import { toContact } from './identity/to-contact'
import { toPreInvoice } from './invoice/to-pre-invoice'
import { resolveRules, type ContactRules, type RulesInput } from './rules'
import { expectErr, expectOk } from '../../../test-support/results'

const person: Person = {
  crmId: '265d0000-0000-4000-8000-000000000001',
  nickName: 'سارا آزمونی',
  email: 'sara@example.com',
  nationalCode: '0012345679',
  description: 'مشتری',
  phoneContacts: [{ phoneNumber: '09120001234', default: true }, { phoneNumber: '02188000012' }],
  addressContacts: [{ city: 'تهران', address: 'خیابان آزمون', zipCode: '1234567890' }],
}
const contactOf = (fields: ContactRules['fields'], properties: readonly ExtendedProperty[]) =>
  toContact({ ...person, extendedProperties: properties }, 'person', resolveRules({ contact: { fields } }))
const property = (value: unknown, userKey = 'own'): ExtendedProperty => ({ userKey, name: 'فیلد', value })

describe('a contact', () => {
  it.each([
    ['fullname', 'نام دفتری', 'نام دفتری'],
    ['email', 'books@example.com', 'books@example.com'],
    ['websiteaddress', 'www.example.com', 'www.example.com'],
    ['passno', '۰۴۹۹۳۷۰۸۹۹', '0499370899'],
    ['tozihat', 'یادداشت', 'یادداشت'],
    ['mobileno', '۰۹۱۲ ۱۱۱ ۲۲۳۳', '09121112233'],
    ['telno', '021-88000099', '02188000099'],
    ['address', 'نشانی دفتری', 'نشانی دفتری'],
    ['pocode', '۱۱۱۱۱-۲۲۲۲۲', '1111122222'],
  ] as const)('has its %s from the custom field', (field, value, expected) => {
    const { fields } = expectOk(contactOf({ [field]: 'own' }, [property('x', 'another'), property(value)]))
    expect(fields).toMatchObject({ [field]: expected })
    const { fields: usual } = expectOk(contactOf({}, [property(value)]))
    expect(fields).toEqual({ ...usual, [field]: expected })
  })

  it.each([[[]], [[property('')]], [[property(null)]], [[property(' ')]]])(
    'has the usual field where the custom one is empty: %j',
    (properties) => {
      expect(expectOk(contactOf({ passno: 'own' }, properties)).fields.passno).toBe('0012345679')
    },
  )

  it.each([[{ id: 7 }], [['a']], [true]])('is refused where the custom field is no text: %j', (value) => {
    expect(expectErr(contactOf({ passno: 'own' }, [property(value)]))).toMatchObject({
      kind: 'invalid_data',
      issues: [{ path: 'extendedProperties.own', message: 'is neither text nor a number' }],
    })
  })
})

describe('the remarks of a pre-invoice', () => {
  const quote: Quote = {
    crmId: person.crmId,
    description: 'شرح',
    details: [{ productCode: 'A1', baseUnitPrice: 1_000, count: 1 }],
    extendedProperties: [property('قرارداد ۱۲'), property('', 'empty'), property(7, 'number')],
  }
  const remarksBy = (remarks: readonly string[]) =>
    toPreInvoice(quote, 'quote', resolveRules({ preInvoice: { ...sampleSite.rules.preInvoice, remarks } })).map(
      ({ preInvoice }) => preInvoice.remarks,
    )

  it('hold the custom fields that are named and filled', () => {
    expect(expectOk(remarksBy(['own', 'empty', 'missing', 'number']))).toMatch(/شرح فیلد: قرارداد 12 فیلد: 7$/)
    expect(expectOk(remarksBy([]))).toMatch(/شرح$/)
  })
})

it.each([[{ contact: { fields: { colour: 'own' } } }], [{ contact: { fields: { passno: '' } } }]])(
  'a rule that names no field is refused: %j',
  (rules) => {
    expect(() => resolveRules(rules as RulesInput)).toThrow(/rules\.contact\.fields/)
  },
)
