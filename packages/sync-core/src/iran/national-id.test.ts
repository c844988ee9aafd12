import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNationalId } from './national-id'

/** The remainder of the registry's rule for a person, written down apart from the library. */
const remainderOf = (nine: string) =>
  Array.from(nine).reduce((total, digit, place) => total + Number(digit) * (10 - place), 0) % 11

/** 0 and 1 stand for themselves, every other remainder for 11 less itself: so 1 and 10 share the check digit 1, and only they share one. */
const codeOf = (nine: string) => nine + String(remainderOf(nine) < 2 ? remainderOf(nine) : 11 - remainderOf(nine))

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })

/** Ten equal digits and a middle of zeros are never given out. */
const isGivenOut = (code: string) =>
  !code.slice(3).startsWith('000000') && !/^(\d)\1+$/.test(code) && !code.startsWith('123456789')
const nineDigits = digits(9).filter((nine) => isGivenOut(codeOf(nine)))

/** The text with the digit at a place moved on by 1 to 9: every other digit that could stand there. */
const changedAt = (text: string, place: number, step: number) =>
  text.slice(0, place) + String((Number(text[place]) + step) % 10) + text.slice(place + 1)
const step = fc.integer({ min: 1, max: 9 })

const sharing = (a: number, b: number, one: number, other: number) =>
  (a === one && b === other) || (a === other && b === one)

describe('a national code', () => {
  test('every right one passes', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        expect(readNationalId(codeOf(nine), 'person')).toEqual({ text: codeOf(nine), valid: true, isLost: false })
      }),
    )
  })

  test('every change of the check digit fails', () => {
    fc.assert(
      fc.property(nineDigits, step, (nine, by) => {
        const wrong = changedAt(codeOf(nine), 9, by)
        expect(readNationalId(wrong, 'person')).toEqual({ text: wrong, valid: false, isLost: false })
      }),
    )
  })

  test('every change of one digit before it fails, but for those that turn the remainder from 1 into 10 or back', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(8), step, (nine, place, by) => {
        const changed = changedAt(nine, place, by)
        const wrong = changedAt(codeOf(nine), place, by)
        fc.pre(isGivenOut(wrong))
        const isMissed = sharing(remainderOf(nine), remainderOf(changed), 1, 10)
        expect(readNationalId(wrong, 'person')).toEqual({ text: wrong, valid: isMissed, isLost: false })
      }),
      { numRuns: 2_000 },
    )
  })

  test('so of one that ends in another digit than 1 every change of one digit fails', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), step, (nine, place, by) => {
        fc.pre(!codeOf(nine).endsWith('1'))
        expect(readNationalId(changedAt(codeOf(nine), place, by), 'person').valid).toBe(false)
      }),
    )
  })

  test('two right ones may differ in one digit', () => {
    for (const code of ['0135424021', '0105424021']) expect(readNationalId(code, 'person').valid).toBe(true)
    for (const id of ['10380284070', '40380284070']) expect(readNationalId(id, 'organization').valid).toBe(true)
  })

  test('of one that ends in 1, one digit in its place goes unnoticed at most', () => {
    const missed = (code: string, place: number) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((by) => readNationalId(changedAt(code, place, by), 'person').valid)
    fc.assert(
      fc.property(nineDigits, fc.nat(9), (nine, place) => {
        fc.pre(codeOf(nine).endsWith('1'))
        expect(missed(codeOf(nine), place).length).toBeLessThanOrEqual(place === 9 ? 0 : 1)
      }),
    )
  })

  test('8 and 9 digits get their zeros back', () => {
    expect(readNationalId('13542419', 'person')).toEqual({ text: '0013542419', valid: true, isLost: false })
    expect(readNationalId('013542419', 'person')).toEqual({ text: '0013542419', valid: true, isLost: false })
  })

  test('digits and punctuation do not matter', () => {
    expect(readNationalId(' ۰۰۱-۳۵۴٢٤١-۹ ', 'person')).toEqual({ text: '0013542419', valid: true, isLost: false })
  })

  test('seven digits, eleven digits and a passport number are kept and are not valid', () => {
    expect(readNationalId('1354241', 'person')).toEqual({ text: '1354241', valid: false, isLost: false })
    expect(readNationalId('14007650912', 'person')).toEqual({ text: '14007650912', valid: false, isLost: false })
    expect(readNationalId('K12345678', 'person')).toEqual({ text: 'K12345678', valid: false, isLost: false })
  })

  test('nothing is nothing, and nothing is wrong with it', () => {
    expect(readNationalId('  ', 'person')).toEqual({ text: '', valid: true, isLost: false })
  })
})

const idWeights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17]

/** The remainder of the registry's rule for an organization: the tenth digit and 2 are added to each digit. */
const idRemainderOf = (ten: string) =>
  idWeights.reduce((total, weight, place) => total + weight * (Number(ten[place]) + Number(ten[9]) + 2), 0) % 11

/** A remainder of 10 has the check digit 0, as a remainder of 0 has. */
const idOf = (ten: string) => ten + String(idRemainderOf(ten) % 10)

const hasMiddleOfZeros = (id: string) => id.slice(3).startsWith('000000')
const tenDigits = digits(10).filter((ten) => !hasMiddleOfZeros(ten))

describe('the national id of an organization', () => {
  test('11 digits with the right check digit pass, others do not', () => {
    expect(readNationalId('۱۰۳۸۰۲۸۴۷۹۰', 'organization')).toEqual({ text: '10380284790', valid: true, isLost: false })
    expect(readNationalId('10380284791', 'organization').valid).toBe(false)
  })

  test('every right one passes', () => {
    fc.assert(
      fc.property(tenDigits, (ten) => {
        expect(readNationalId(idOf(ten), 'organization')).toEqual({ text: idOf(ten), valid: true, isLost: false })
      }),
    )
  })

  test('every change of one digit fails, but for those that turn the remainder from 0 into 10 or back', () => {
    fc.assert(
      fc.property(tenDigits, fc.nat(10), step, (ten, place, by) => {
        const wrong = changedAt(idOf(ten), place, by)
        fc.pre(!hasMiddleOfZeros(wrong))
        const isMissed = place < 10 && sharing(idRemainderOf(ten), idRemainderOf(wrong.slice(0, 10)), 0, 10)
        expect(readNationalId(wrong, 'organization')).toEqual({ text: wrong, valid: isMissed, isLost: false })
      }),
      { numRuns: 2_000 },
    )
  })

  test('a twelfth digit is wrong although the first eleven are right', () => {
    expect(readNationalId('103802847900', 'organization').valid).toBe(false)
  })

  test('a short one gets no zeros', () => {
    expect(readNationalId('380284790', 'organization')).toEqual({ text: '380284790', valid: false, isLost: false })
  })
})
