import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPhone } from './phone'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })

describe('one number', () => {
  test('every way of writing a mobile of Iran gives the same', () => {
    fc.assert(
      fc.property(
        digits(9),
        fc.constantFrom('+98', '0098', '98', '0', '', '+98 0', '098', '+98 (0)'),
        (rest, prefix) => {
          const spaced = `${prefix}9${rest.slice(0, 2)} ${rest.slice(2, 5)}-${rest.slice(5)}`
          expect(readPhone(`${prefix}9${rest}`)).toEqual({ kind: 'mobile', text: `09${rest}` })
          expect(readPhone(spaced)).toEqual({ kind: 'mobile', text: `09${rest}` })
        },
      ),
    )
  })

  test('every way of writing a landline of Iran gives the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 89 }),
        digits(8),
        fc.constantFrom('+98', '0098', '98', '0', ''),
        (area, rest, prefix) => {
          expect(readPhone(`${prefix}${area}${rest}`)).toEqual({ kind: 'landline', text: `0${area}${rest}` })
        },
      ),
    )
  })

  test('ranges that no list knows are read by their form', () => {
    expect(readPhone('+98 21 0000 0003')).toEqual({ kind: 'landline', text: '02100000003' })
    expect(readPhone('09700000000')).toEqual({ kind: 'mobile', text: '09700000000' })
  })

  test('a short number of a company with its area code is a landline', () => {
    expect(readPhone('021 96000')).toEqual({ kind: 'landline', text: '02196000' })
  })

  test('a number without area code is local', () => {
    expect(readPhone('8800 0008')).toEqual({ kind: 'local', text: '88000008' })
    expect(readPhone('1540')).toEqual({ kind: 'local', text: '1540' })
  })

  test('foreign numbers stay E.164', () => {
    expect(readPhone('+44 7700 900123')).toMatchObject({ text: '+447700900123' })
    expect(readPhone('0049 151 12345678')).toEqual({ kind: 'mobile', text: '+4915112345678' })
    expect(readPhone('+44 20 7031 3000')).toEqual({ kind: 'landline', text: '+442070313000' })
    expect(readPhone('+1 202 555 0123')).toEqual({ kind: 'landline', text: '+12025550123' })
  })

  test.each(['', '12', '0912', '00000000000', '091200000031', '+33123', '+9821000', '1'.repeat(500)])(
    '%j is no number',
    (text) => {
      expect(readPhone(text)).toBeUndefined()
    },
  )
})
