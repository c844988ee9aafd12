import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNationalId } from './national-id'

/** The check digit by the registry's rule, written down apart from the library. */
function withCheckDigit(nine: string): string {
  const sum = Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  return nine + String(sum % 11 < 2 ? sum % 11 : 11 - (sum % 11))
}

/** Ten equal digits and a middle of zeros are never given out. */
const nineDigits = fc
  .string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 9, maxLength: 9 })
  .filter((nine) => !nine.slice(3).startsWith('000000') && !/^(\d)\1+$/.test(nine) && nine !== '123456789')

describe('a national code', () => {
  test('every right one passes', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        const code = withCheckDigit(nine)
        expect(readNationalId(code, 'person')).toEqual({ text: code, valid: true })
      }),
    )
  })

  // The remainders 1 and 10 share the check digit 1, so under a 1 the registry's rule itself misses some changes.
  test('every change of one digit fails', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, place, step) => {
        const code = withCheckDigit(nine)
        fc.pre(!code.endsWith('1') || place === 9)
        const changed = String((Number(code[place]) + step) % 10)
        const wrong = code.slice(0, place) + changed + code.slice(place + 1)
        expect(readNationalId(wrong, 'person')).toEqual({ text: wrong, valid: false })
      }),
    )
  })

  test('8 and 9 digits get their zeros back', () => {
    expect(readNationalId('13542419', 'person')).toEqual({ text: '0013542419', valid: true })
    expect(readNationalId('013542419', 'person')).toEqual({ text: '0013542419', valid: true })
  })

  test('digits and punctuation do not matter', () => {
    expect(readNationalId(' ۰۰۱-۳۵۴٢٤١-۹ ', 'person')).toEqual({ text: '0013542419', valid: true })
  })

  test('seven digits, eleven digits and a passport number are kept and are not valid', () => {
    expect(readNationalId('1354241', 'person')).toEqual({ text: '1354241', valid: false })
    expect(readNationalId('14007650912', 'person')).toEqual({ text: '14007650912', valid: false })
    expect(readNationalId('K12345678', 'person')).toEqual({ text: 'K12345678', valid: false })
  })

  test('nothing is nothing, and nothing is wrong with it', () => {
    expect(readNationalId('  ', 'person')).toEqual({ text: '', valid: true })
  })
})

describe('the national id of an organization', () => {
  test('11 digits with the right check digit pass, others do not', () => {
    expect(readNationalId('۱۰۳۸۰۲۸۴۷۹۰', 'organization')).toEqual({ text: '10380284790', valid: true })
    expect(readNationalId('10380284791', 'organization').valid).toBe(false)
  })

  test('a twelfth digit is wrong although the first eleven are right', () => {
    expect(readNationalId('103802847900', 'organization').valid).toBe(false)
  })

  test('a short one gets no zeros', () => {
    expect(readNationalId('380284790', 'organization')).toEqual({ text: '380284790', valid: false })
  })
})
