import type { Organization, Person } from '@siagh-sync/crm-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveRules } from '../rules'
import { toContact } from './to-contact'
import { expectErr, expectOk } from '../../../../test-support/results'

const rules = resolveRules()

const reza: Person = {
  crmId: '2b1f0c6e-0000-4000-8000-000000000001',
  firstName: 'رضا',
  lastName: 'نمونه‌پور',
  nickName: 'رضا نمونه‌پور',
  nationalCode: '0013542419',
  email: 'reza@example.com',
  phoneContacts: [
    { phoneType: 'موبایل', phoneNumber: '۰۹۱۲۰۰۰۰۰۰۳', default: true },
    { phoneType: 'Office', phoneNumber: '+98 21 0000 0003', extension: '12', default: false },
  ],
  addressContacts: [
    {
      default: true,
      country: 'ایران',
      state: 'تهران',
      city: 'تهران',
      address: 'خیابان نمونه، پلاک ۳',
      zipCode: '۱۲۳۴۵-۶۷۸۹۰',
    },
  ],
}

const company: Organization = {
  crmId: '2b1f0c6e-0000-4000-8000-000000000002',
  nickName: 'شركت نمونه گستر',
  nationalCode: '10380284790',
  phoneContacts: [],
  addressContacts: [],
}

describe('a person or organization as a contact', () => {
  test('a person fills every field that the CRM knows', () => {
    expect(expectOk(toContact(reza, 'person', rules))).toEqual({
      fields: {
        fullname: 'رضا نمونه‌پور',
        mobileno: '09120000003',
        telno: '02100000003',
        email: 'reza@example.com',
        websiteaddress: '',
        address: 'تهران، خیابان نمونه، پلاک 3',
        pocode: '1234567890',
        passno: '0013542419',
        tozihat: '',
        taraftype: 0,
      },
      warnings: [],
    })
  })

  test('an organization is marked as one, its Arabic letters turned', () => {
    const { fields, warnings } = expectOk(toContact(company, 'organization', rules))
    expect(fields).toMatchObject({ fullname: 'شرکت نمونه گستر', passno: '10380284790', taraftype: 1 })
    expect(warnings).toEqual([])
  })

  test('letters are turned round where the installation wants Arabic ones', () => {
    const { fields } = expectOk(toContact(reza, 'person', resolveRules({ letters: 'arabic' })))
    expect(fields.address).toBe('تهران، خيابان نمونه، پلاك 3')
  })

  test('without a display name the first and last name stand in', () => {
    const { fields } = expectOk(toContact({ ...reza, nickName: ' ' }, 'person', rules))
    expect(fields.fullname).toBe('رضا نمونه‌پور')
  })

  test('without an e-mail address the alternative one is taken', () => {
    const { fields } = expectOk(toContact({ ...company, alternativeEmail: 'a@example.com' }, 'organization', rules))
    expect(fields.email).toBe('a@example.com')
  })

  test('a name that is empty or made of invisible marks is refused', () => {
    const error = expectErr(toContact({ ...company, nickName: '\u200F \u0000' }, 'organization', rules))
    expect(error).toMatchObject({
      kind: 'invalid_data',
      retryable: false,
      issues: [{ path: 'nickName', message: 'there is no name' }],
    })
  })

  test('a name of 10,000 characters is refused, told by its length and never by its text', () => {
    const error = expectErr(toContact({ ...reza, nickName: 'ن'.repeat(10_000) }, 'person', rules))
    expect(error).toMatchObject({
      issues: [{ path: 'nickName', message: 'fullname is 10000 characters long, and 250 are allowed' }],
    })
    expect(JSON.stringify(error)).not.toContain('ن')
  })

  test('other texts that are too long are refused, not cut', () => {
    const short = resolveRules({ contact: { maxLengths: { tozihat: 5, email: 3 } } })
    const error = expectErr(toContact({ ...reza, description: '123456' }, 'person', short))
    expect(error).toMatchObject({ issues: [{ path: 'email' }, { path: 'description' }] })
  })

  test('a national code that fails its check is sent with a warning', () => {
    const { fields, warnings } = expectOk(toContact({ ...reza, nationalCode: '0012345670' }, 'person', rules))
    expect(fields.passno).toBe('0012345670')
    expect(warnings).toEqual(['national_code_checksum'])
  })

  test.each([
    ['nationalCode', { nationalCode: '1.35E+07' }, { passno: '' }],
    ['nationalCode', { nationalCode: '123-456789.0' }, { passno: '' }],
    ['zipCode', { addressContacts: [{ zipCode: '1234567890-0.0' }] }, { pocode: '' }],
    ['customerNumber', { customerNumber: '8.356E+03' }, {}],
    ['customerNumber', { customerNumber: '########' }, {}],
  ])('a %s of which nobody knows the digits is not sent, and told: %o', (_field, given, sent) => {
    const { fields, warnings } = expectOk(toContact({ ...reza, ...given }, 'person', rules))
    expect(fields).toMatchObject(sent)
    expect(warnings).toEqual(['code_lost_digits'])
  })

  test('a customer number that names nothing, or by which no contact is found, is not told', () => {
    const warningsOf = (customerNumber: string, using = rules) =>
      expectOk(toContact({ ...reza, customerNumber }, 'person', using)).warnings
    for (const customerNumber of ['', '8356', '8356 .0', 'VIP', '83-56']) expect(warningsOf(customerNumber)).toEqual([])
    expect(warningsOf('8.356E+03', resolveRules({ matchOrder: ['refId'] }))).toEqual([])
  })

  test('whatever the CRM holds, a contact is one line of text a field or a clear refusal', () => {
    const text = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(text, text, text, text, (nickName, description, phoneNumber, address) => {
        const odd = { ...reza, nickName, description, phoneContacts: [{ phoneNumber }], addressContacts: [{ address }] }
        toContact(odd, 'person', rules).match(
          ({ fields }) => expect(Object.values(fields).join('')).not.toMatch(/\p{Cc}/u),
          (error) => expect(error.kind).toBe('invalid_data'),
        )
      }),
    )
  })
})
