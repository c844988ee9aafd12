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
    ['88000008 214', ['88000008']],
    ['021-88000008-214', [OFFICE]],
  ])('%j is not understood to its end', (text, numbers) => {
    const read = readPhones(text)
    expect(read.numbers.map((number) => number.text)).toEqual(numbers)
    expect(read.understood).toBe(false)
  })

  test.each(['88000008/9', '88000008-10', '88000008 الی 15', '8-88000006'])('%j means more than one number', (text) => {
    expect(readPhones(text)).toMatchObject({ understood: true, hasMore: true })
  })

  test.each(['88000008 (10 خط)', '88000008 واحد 12', '88000008 داخلی 214', '88000008 (9 تا 17)'])(
    '%j says something beside its number',
    (text) => {
      expect(readPhones(text)).toEqual({
        numbers: [{ kind: 'local', text: '88000008' }],
        understood: true,
        hasAside: true,
      })
    },
  )

  test.each(['1'.repeat(10_000), '0 '.repeat(10_000), '('.repeat(990) + '1', '1-'.repeat(490), 'ir1 '.repeat(240)])(
    'a field of nonsense is refused',
    (text) => {
      expect(readPhones(text)).toMatchObject({ numbers: [], understood: false })
    },
  )
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
    const prefixes = ['+98', '0098', '98', '0', '+98 0', '+98 (0)', '(+98)', '00 98', '098'] as const
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

describe('one number alone', () => {
  const numbersIn = (text: string) => readPhones(text).numbers

  test('a mobile without its zero is known where it is one run of digits or parted as people part it', () => {
    for (const text of ['9120000003', '912 000 0003', '912-0000003', '(912) 000 0003']) {
      expect(numbersIn(text)).toEqual([{ kind: 'mobile', text: MOBILE }])
    }
  })

  test('ranges that no list knows are read by their form', () => {
    expect(numbersIn('+98 21 0000 0003')).toEqual([{ kind: 'landline', text: '02100000003' }])
    expect(numbersIn('09700000000')).toEqual([{ kind: 'mobile', text: '09700000000' }])
  })

  test('a short number of a company is one with and without its area code', () => {
    expect(numbersIn('021 96000')).toEqual([{ kind: 'landline', text: '02196000' }])
    expect(numbersIn('021-75000')).toEqual([{ kind: 'landline', text: '02175000' }])
    expect(numbersIn('1540')).toEqual([{ kind: 'local', text: '1540' }])
  })

  test('foreign numbers stay E.164', () => {
    expect(numbersIn('+44 7700 900123')).toMatchObject([{ text: '+447700900123' }])
    expect(numbersIn('0049 151 12345678')).toEqual([{ kind: 'mobile', text: '+4915112345678' }])
    expect(numbersIn('+44 20 7031 3000')).toEqual([{ kind: 'landline', text: '+442070313000' }])
    expect(numbersIn('+1 202 555 0123')).toEqual([{ kind: 'landline', text: '+12025550123' }])
  })

  test.each(['', '12', '0912', '00000000000', '091200000031', '+33123', '+9821000'])('%j is no number', (text) => {
    expect(numbersIn(text)).toEqual([])
  })
})

/** Pieces of fields, in any order: what a person types around numbers, and numbers cut short. */
const pieces = fc.array(
  fc.oneof(
    digits(1),
    digits(2),
    digits(4),
    digits(8),
    digits(10),
    fc.constantFrom('021', '0912', '+98', '98', '88000008', MOBILE, OFFICE, '75000', '1848'),
    fc.constantFrom(' ', '-', ' - ', '/', '، ', '.', '(', ')', ' ~ ', '+', '#', ':', '.0', '\n', '\u200C', '\u200F'),
    fc.constantFrom('\u0640', '\u064E', '\uD83D', '\uFE0F', '·', '★', '☎', '📠', '㋀', '²', '%', ' ریال ', '###'),
    fc.constantFrom(
      ' خط ',
      ' واحد ',
      ' داخلی ',
      ' فکس ',
      ' تلفن ',
      ' تا ',
      ' الی ',
      ' و ',
      ' کد پستی ',
      'x',
      ' ext ',
      'E+',
    ),
  ),
  { maxLength: 14 },
)

describe('whatever stands in a field', () => {
  /** libphonenumber takes the zero out of a foreign number that is not dialled from abroad. */
  const isIranian = ({ text }: { readonly text: string }) => !text.startsWith('+')
  /** The digits of a number as they were typed, without the zero that stands for the area code's. */
  const ownDigits = (text: string) => text.replace(/^\+?0?/, '')

  test('a number has no digits but those of the field, in their order and with no word between them', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const field = parts.join('')
        const runs = field.split(/[^\d .,()_:\u200C\u200F\u0640\u064E\uD83D/~+-]+/).map((run) => run.replace(/\D/g, ''))
        for (const { text } of readPhones(field).numbers.filter(isIranian)) {
          // Only an area code is moved, from behind its number to the front, or stands beyond a sign that no number has.
          const [area, rest] = [text.slice(0, 3), text.slice(3)]
          const isThere = runs.some((run) => run.includes(ownDigits(text)) || run.includes(`${rest}${area}`))
          expect(
            isThere || (new RegExp(`(?<!\\d)${area}(?!\\d)`).test(field) && runs.some((run) => run.includes(rest))),
          ).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  test('a mobile stands in the field as one number that begins as a mobile does', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const field = parts.join('')
        for (const { kind, text } of readPhones(field).numbers.filter(isIranian)) {
          if (kind !== 'mobile') continue
          const gap = '[\\s.()_:/\\u200C\\u200F\\u0640\\u064E\\uD83D+-]*'
          const prefixed = Array.from(ownDigits(text)).join(gap)
          const parted = `${text.slice(1, 4)}${gap}${Array.from(text.slice(4)).join(gap)}`
          expect(field).toMatch(
            new RegExp(`(?<!\\d)(?:(?:0|0?${gap}9${gap}8(?:${gap}0)?)${gap}${prefixed}|${parted})|${ownDigits(text)}`),
          )
        }
      }),
      { numRuns: 5_000 },
    )
  })

  test('neither digits, marks nor words that are unknown make it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (field) => {
        for (const { text } of readPhones(field).numbers) expect(text).toMatch(/^\+?\d{4,15}$/)
      }),
      { numRuns: 5_000 },
    )
  })
})
