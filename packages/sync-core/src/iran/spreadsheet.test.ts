import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likenessOf } from '../import/likeness'
import { plain, prefixed } from '../rules'
import { readNationalId } from './national-id'
import { readPhones } from './phones-in-text'
import { readPostalCode } from './postal-code'
import { undoSpreadsheet } from './spreadsheet'

const kept = (text: string) => ({ text, isLost: false })
const lost = { text: '', isLost: true }

describe('a code that went through a spreadsheet', () => {
  test.each([
    ['1234567890.0', '1234567890'],
    ['1234567890.00', '1234567890'],
    ['1234567890\u066B0', '1234567890'],
    ['1234567890/0', '1234567890'],
    ['1,234,567,890', '1234567890'],
    ['1,234,567,890.00', '1234567890'],
    ['1\u066C234\u066C567\u066C890', '1234567890'],
    ['1\u060C234\u060C567\u060C890', '1234567890'],
    ["'0012345678", '0012345678'],
    ['8356', '8356'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['A1.0', 'A1.0'],
    ['12345-67890', '12345-67890'],
    ['', ''],
  ])('%j was %j', (given, code) => {
    expect(undoSpreadsheet(given)).toEqual(kept(code))
  })

  test.each([
    '1.23E+09',
    '1.23457E+11',
    '1E9',
    '1.234567890e9',
    '1,23E+09',
    '1\u066B23E+09',
    '1.23 x 10^9',
    '####',
    '1234567890.5',
  ])('%j is no number that can be trusted', (given) => {
    expect(undoSpreadsheet(given)).toEqual(lost)
  })

  test('any whole number comes back as it was but for its first zeros', () => {
    const forms = fc.constantFrom(
      (code: string) => `${code}.0`,
      (code: string) => `${code}.00`,
      (code: string) => Number(code).toLocaleString('en-US'),
      (code: string) => `'${code}`,
    )
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 99_999_999_999 }).map(String), forms, (code, form) => {
        expect(undoSpreadsheet(form(code))).toEqual(kept(code))
      }),
    )
  })

  test('what is shown as a power of ten is never a code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999_999 }), fc.nat(9), (code, digits) => {
        expect(undoSpreadsheet(code.toExponential(digits).toUpperCase())).toEqual(lost)
      }),
    )
  })
})

describe('wherever a code is read', () => {
  test('a postal code', () => {
    expect(readPostalCode('۱۲۳۴۵۶۷۸۹۰٫۰')).toEqual(kept('1234567890'))
    expect(readPostalCode('12345-67890')).toEqual(kept('1234567890'))
    expect(readPostalCode('1.23457E+09')).toEqual(lost)
  })

  test('a national code gets its zeros back, and no digit more', () => {
    for (const written of ['13542419.0', '0013542419.0', '13,542,419', '۱۳۵۴۲۴۱۹٫۰']) {
      expect(readNationalId(written, 'person')).toEqual({ text: '0013542419', valid: true, isLost: false })
    }
    expect(readNationalId('10380284790.0', 'organization')).toMatchObject({ text: '10380284790', valid: true })
    expect(readNationalId('1.03803E+10', 'organization')).toEqual({ text: '', valid: false, isLost: true })
  })

  test('nothing is compared by a code that lost digits', () => {
    const described = { type: 'person' as const, name: 'سارا', phones: ['9.12E+09', '9120000003.0'] }
    expect(likenessOf({ ...described, nationalCode: '1.23457E+09' })).toEqual({
      mobiles: ['09120000003'],
      nameAndPhones: ['سارا\n09120000003'],
    })
    expect(likenessOf({ ...described, nationalCode: '13542419.0' })).toMatchObject({ nationalCode: '0013542419' })
  })

  test('no national code with .0 becomes another one that is right', () => {
    const nine = fc.integer({ min: 10_000_000, max: 999_999_999 }).map(String)
    fc.assert(
      fc.property(nine, (code) => {
        expect(readNationalId(`${code}.0`, 'person')).toEqual(readNationalId(code, 'person'))
      }),
    )
  })

  test('a customer number', () => {
    expect(plain().decode('8356.0')).toBe(8356)
    expect(plain().decode('8,356')).toBe(8356)
    expect(plain().decode('8.356E+03')).toBeNull()
    expect(prefixed({ prefix: '100-', offset: 1_000 }).decode('100-1008.0')).toBe(8)
  })

  test('a mobile', () => {
    expect(readPhones('۹۱۲۰۰۰۰۰۰۳٫۰').numbers).toEqual([{ kind: 'mobile', text: '09120000003' }])
    expect(readPhones('9.12E+09')).toEqual({ numbers: [], understood: false })
  })
})
