import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPhones } from './phones-in-text'

const MOBILE = '09120000003'
const OTHER = '09350000004'
const OFFICE = '02188000008'

describe('the numbers in a text', () => {
  test.each([
    ['۰۹۱۲۰۰۰۰۰۰۳', [MOBILE]],
    ['٠٢١-٨٨٠٠٠٠٠٨', [OFFICE]],
    ['(021) 8800-0008', [OFFICE]],
    ['021 8800 0008', [OFFICE]],
    ['88000008-021', [OFFICE]],
    ['88000008 021-88000008', ['88000008', OFFICE]],
    ['0 9 1 2 0 0 0 0 0 0 3', [MOBILE]],
    [`${MOBILE}/${OTHER}`, [MOBILE, OTHER]],
    [`${MOBILE}-${OTHER}`, [MOBILE, OTHER]],
    [`${MOBILE} - 021-88000008`, [MOBILE, OFFICE]],
    [`${MOBILE}، ${OTHER}`, [MOBILE, OTHER]],
    [`${MOBILE}\n${OFFICE}`, [MOBILE, OFFICE]],
    [`${MOBILE} و ${OFFICE}`, [MOBILE, OFFICE]],
    [`${MOBILE} ${OTHER}`, [MOBILE, OTHER]],
    ['0912 000 0003 0935 000 0004', [MOBILE, OTHER]],
    ['موبایل: 0912 000 0003 دفتر: 021 88000008', [MOBILE, OFFICE]],
    ['021-88000008 داخلی ۱۲', [OFFICE]],
    ['021-88000008 ext. 12', [OFFICE]],
    [`Text ${MOBILE} # 021-88000008`, [MOBILE, OFFICE]],
    ['\u202A+98 912 000 0003\u202C', [MOBILE]],
    ['', []],
    [' - ', []],
  ])('%j', (text, numbers) => {
    const read = readPhones(text)
    expect(read.numbers.map((number) => number.text)).toEqual(numbers)
    expect(read.understood).toBe(true)
  })

  test.each([
    ['ندارد', []],
    ['0912-000', []],
    ['0912-88000008', []],
    ['88000008/9', ['88000008']],
    ['021-88000008-9', [OFFICE]],
  ])('%j is not understood to its end', (text, numbers) => {
    const read = readPhones(text)
    expect(read.numbers.map((number) => number.text)).toEqual(numbers)
    expect(read.understood).toBe(false)
  })

  test('10,000 digits are refused without delay', () => {
    const started = performance.now()
    expect(readPhones('1'.repeat(10_000)).numbers).toEqual([])
    expect(readPhones('0 '.repeat(10_000)).understood).toBe(false)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

/** How the digits of a number are typed: the code points of the zeros of Latin, Persian, Arabic and full-width digits. */
const zeros = fc.constantFrom(0x30, 0x6f0, 0x660, 0xff10)
const separators = fc.constantFrom(
  '',
  ' ',
  '  ',
  '-',
  ' - ',
  '.',
  '_',
  '\u2013',
  '\u2011',
  '\u00A0',
  '\u200C',
  '\u200F',
  '\u2060',
  '\t',
)
const around = fc.constantFrom(
  ['', ''],
  [' ', '\u200F '],
  ['\u200F', ''],
  ['\u202A', '\u202C'],
  ['\u202B', '\u202C'],
  ['\u2066', '\u2069'],
  ['(', ')'],
  ['\u200E\u061C', '\u200C'],
  ['\uFEFF', ''],
)

const typed = (text: string, zero: number) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** The digits cut into groups, each two with something between them. */
const grouped = (digits: string, gaps: readonly string[]) =>
  Array.from(digits, (digit, at) => (at === 0 ? digit : `${gaps[at % gaps.length] ?? ''}${digit}`)).join('')

/** The same number as many hands type it. */
const forms = (prefixes: readonly [string, ...string[]]) =>
  fc.record({
    prefix: fc.constantFrom(...prefixes),
    gap: separators,
    gaps: fc.array(separators, { minLength: 1, maxLength: 4 }),
    zero: zeros,
    marks: around,
  })

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })

describe('all written forms of one number', () => {
  test('of a mobile are one, whatever the prefix, the digits, the separators and the invisible marks', () => {
    const prefixes = ['+98', '0098', '98', '0', '', '+98 0', '+98 (0)', '(+98)', '00 98', '098'] as const
    fc.assert(
      fc.property(digits(9), forms([...prefixes]), (rest, { prefix, gap, gaps, zero, marks }) => {
        const text = `${marks[0]}${typed(`${prefix}${gap}${grouped(`9${rest}`, gaps)}`, zero)}${marks[1]}`
        expect(readPhones(text)).toEqual({ numbers: [{ kind: 'mobile', text: `09${rest}` }], understood: true })
      }),
      { numRuns: 1_000 },
    )
  })

  test('of a landline are one', () => {
    const area = fc.integer({ min: 11, max: 89 }).map(String)
    fc.assert(
      fc.property(area, digits(8), forms(['+98', '0098', '98', '0', '+98 (0)']), (code, rest, form) => {
        const { prefix, gap, gaps, zero, marks } = form
        const text = `${marks[0]}${typed(`${prefix}${gap}${grouped(`${code}${rest}`, gaps)}`, zero)}${marks[1]}`
        expect(readPhones(text)).toEqual({ numbers: [{ kind: 'landline', text: `0${code}${rest}` }], understood: true })
      }),
      { numRuns: 1_000 },
    )
  })
})
