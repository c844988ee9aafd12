import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likenessOf } from '../matching/likeness'
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
    ['’0012345678', '0012345678'],
    ['="0012345678"', '0012345678'],
    ['="0012345678', '0012345678'],
    ['="001"', '001'],
    ['=0012345678', '0012345678'],
    ['"0012345678"', '0012345678'],
    ['“0012345678”', '0012345678'],
    ['1234567890 .0', '1234567890'],
    ['1234567890. 0', '1234567890'],
    ['1234567890 . 00', '1234567890'],
    ['1234567890\u200C.0', '1234567890'],
    ['1234567890\u200C\u066B\u200C0', '1234567890'],
    ['1234567890-.0', '1234567890'],
    ['1234567890\u2013.0', '1234567890'],
    ['1234567890.0-', '1234567890'],
    ['1234567890.', '1234567890'],
    ['12345679 .0', '12345679'],
    ['1234567890,0', '1234567890'],
    ['1234567890,00', '1234567890'],
    ['1234567890,000', '1234567890'],
    ['1234567890\u060C0', '1234567890'],
    ['1234567890\u066C0', '1234567890'],
    ['1.234.567.890', '1234567890'],
    ['1.234.567.890,00', '1234567890'],
    ['13.542.419', '13542419'],
    ['1\u066C234\u066C567\u066B0', '1234567'],
    ['8356,0', '8356'],
    ['8.0', '8'],
    ['8356', '8356'],
    ['SW1A 1AA', 'SW1A 1AA'],
    ['A1.0', 'A1.0'],
    ['12345-67890', '12345-67890'],
    ['12,34,567,890', '12,34,567,890'],
    ['-8356', '-8356'],
    ['=SUM(A1)', '=SUM(A1)'],
    ['', ''],
    ['-', ''],
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
    '1.23E09',
    '1.23 E +09',
    '1.23×10⁹',
    "'1.23E+09",
    '="1.23E+09"',
    '####',
    '#REF!',
    '#N/A',
    '#VALUE!',
    '#DIV/0!',
    '001…',
    '00123...',
    '1234567890.5',
    '1234567890,5',
    // A fraction of nothing, or the last digit of a code that is parted by hand.
    '123-456789.0',
    '123 456789 .0',
    '1234567890-0.0',
    '1234567890.0.0',
    '1,234,567,890,0',
    // 8, or eight thousand.
    '8.000',
    '8,0',
    '8/0',
  ])('%j is no number that can be trusted', (given) => {
    expect(undoSpreadsheet(given)).toEqual(lost)
  })

  test.each([
    ['123-456789-0', '1234567890'],
    ['123-456789-0.0', '1234567890'],
    ['123-456789-0 \u066B 0', '1234567890'],
    ['123.456789.0', '1234567890'],
    ['12345-67890', '1234567890'],
    ['12345-67890.0', '1234567890'],
    ['12345\u200C67890', '1234567890'],
    ['12345 - 67890', '1234567890'],
    ['-1234567890.0', '1234567890'],
    ['1234567890-', '1234567890'],
    // Something beside the code, which is not of it.
    ['1234567890-0', '1234567890-0'],
    ['1234567890-12', '1234567890-12'],
    ['1234567890 1', '1234567890 1'],
    ['1234567890/1234567891', '1234567890/1234567891'],
    ['12345-6789', '12345-6789'],
  ])('%j, where ten digits are a whole code, is %j', (given, code) => {
    expect(undoSpreadsheet(given, (digits) => digits.length === 10)).toEqual(kept(code))
  })

  test('any whole number comes back as it was but for its first zeros', () => {
    const forms = fc.constantFrom(
      (code: string) => `${code}.0`,
      (code: string) => `${code}.00`,
      (code: string) => `${code} .0`,
      (code: string) => `${code}\u200C.\u200C0`,
      (code: string) => `${code}-.0`,
      (code: string) => `${code},00`,
      (code: string) => `="${code}"`,
      (code: string) => Number(code).toLocaleString('en-US'),
      (code: string) => `${Number(code).toLocaleString('en-US')}.0`,
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
    expect(readPostalCode('="1234567890"')).toEqual(kept('1234567890'))
    expect(readPostalCode('۱۲۳۴۵۶۷۸۹۰ ٫ ۰')).toEqual(kept('1234567890'))
    expect(readPostalCode('12345\u201467890.0')).toEqual(kept('1234567890'))
    expect(readPostalCode('1234567890-12')).toEqual(kept('1234567890-12'))
    expect(readPostalCode('1.23457E+09')).toEqual(lost)
    expect(readPostalCode('1234567890-0.0')).toEqual(lost)
  })

  test('digits on both sides of a mark that cannot be seen are not joined, but to a whole code', () => {
    for (const mark of ['\u200F', '\u200C', '\u2060', '\u202B', '\uD83D']) {
      expect(readPostalCode(`12345${mark}67890`)).toEqual(kept('1234567890'))
      expect(readPostalCode(`1234567890${mark}12`).text).not.toBe('123456789012')
      expect(readNationalId(`12345679${mark}0`, 'person').valid).toBe(false)
      expect(plain().decode(`83${mark}56`)).toBeNull()
      expect(plain().decode(`${mark}8356${mark}`)).toBe(8356)
    }
  })

  test('a national code gets its zeros back, and no digit more', () => {
    const forms = ['13542419.0', '0013542419.0', '13,542,419', '۱۳۵۴۲۴۱۹٫۰', '13542419 .0', '13542419\u200C.0']
    for (const written of [...forms, '13542419-.0', '13542419,00', '="0013542419"', '001-354241-9.0']) {
      expect(readNationalId(written, 'person')).toEqual({ text: '0013542419', valid: true, isLost: false })
    }
    expect(readNationalId('10380284790.0', 'organization')).toMatchObject({ text: '10380284790', valid: true })
    expect(readNationalId('10380284790 .0', 'organization')).toMatchObject({ text: '10380284790', valid: true })
    expect(readNationalId('1038028-4790', 'person')).toMatchObject({ text: '10380284790', valid: false })
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
    const fraction = fc.constantFrom('.0', ' .0', '\u200C.0', '-.0', ' . 0', '\u066B0', ',0', ',00', '/0')
    fc.assert(
      fc.property(nine, fraction, (code, nothing) => {
        expect(readNationalId(`${code}${nothing}`, 'person')).toEqual(readNationalId(code, 'person'))
      }),
    )
  })

  test('digits that are parted by hand are no right code where one is missing', () => {
    const short = fc.integer({ min: 10_000_000, max: 999_999_999 }).map(String)
    const parting = fc.record({ at: fc.integer({ min: 1, max: 7 }), sign: fc.constantFrom(' ', '-', '.', '\u200C') })
    fc.assert(
      fc.property(short, parting, (code, { at, sign }) => {
        const parted = `${code.slice(0, at)}${sign}${code.slice(at)}`
        expect(readNationalId(parted, 'person').valid).toBe(false)
      }),
    )
  })

  test('a customer number', () => {
    expect(plain().decode('8356.0')).toBe(8356)
    expect(plain().decode('8,356')).toBe(8356)
    for (const written of ['8356 .0', '="8356"', "'8356", '8356,00', '8,356.00', '۸۳۵۶ ٫۰']) {
      expect(plain().decode(written)).toBe(8356)
    }
    for (const unsure of ['8.000', '83-56', '83-56.0', '8356.5', '#REF!']) expect(plain().decode(unsure)).toBeNull()
    expect(plain().decode('8.356E+03')).toBeNull()
    expect(prefixed({ prefix: '100-', offset: 1_000 }).decode('100-1008.0')).toBe(8)
  })

  test('a mobile', () => {
    expect(readPhones('۹۱۲۰۰۰۰۰۰۳٫۰').numbers).toEqual([{ kind: 'mobile', text: '09120000003' }])
    expect(readPhones('9.12E+09')).toEqual({ numbers: [], understood: false })
  })
})
