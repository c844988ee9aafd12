import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldDigits, foldForCompare, normalizeText } from './text'

const persianish = fc.oneof(
  fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
  fc.string({
    unit: fc.constantFrom(...Array.from('يىكیکة ۀئأآ۱٢3\u200C\u200D\u200F\u0654\u0640\u064B\uFEF1\uFDF2\n\t|=Aİß')),
  }),
)

describe('digits', () => {
  test('Persian and Arabic digits become Latin ones', () => {
    expect(foldDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 0123456789 الف')).toBe('0123456789 0123456789 0123456789 الف')
  })
})

describe('text for Siagh', () => {
  test('Arabic letters become Persian ones, digits Latin', () => {
    expect(normalizeText('شركت علي و موسى ۱۲')).toBe('شرکت علی و موسی 12')
  })

  test('letters are turned round for an installation with Arabic letters', () => {
    expect(normalizeText('شرکت علی', 'arabic')).toBe('شركت علي')
  })

  test('ZWNJ inside a word, ة and emoji stay', () => {
    expect(normalizeText('نمونه‌پور رحمة 👩‍💻')).toBe('نمونه‌پور رحمة 👩‍💻')
  })

  test('marks of direction go, control characters and line breaks become one space', () => {
    expect(normalizeText('\u202Bرضا\u202C\u0000\r\n\tنمونه \u200C پور\u200F ')).toBe('رضا نمونه پور')
  })

  test('presentation forms become letters', () => {
    expect(normalizeText('ﻋﻠﻲ')).toBe('علی')
  })

  test('half of an emoji is left away', () => {
    expect(normalizeText('a\uD83Db')).toBe('ab')
  })

  test('decomposed letters are composed', () => {
    expect(normalizeText('ا\u0653ب')).toBe('آب')
  })

  test('doing it twice changes nothing', () => {
    fc.assert(
      fc.property(persianish, fc.constantFrom('persian' as const, 'arabic' as const), (text, letters) => {
        const once = normalizeText(text, letters)
        expect(normalizeText(once, letters)).toBe(once)
        expect(once).not.toMatch(/[\p{Cc}\u06F0-\u06F9\u0660-\u0669]/u)
      }),
    )
  })
})

describe('text for comparing', () => {
  test.each([
    ['نمونه‌پور', 'نمونه پور'],
    ['علي كريمي', 'علی  کریمی'],
    ['پلاک ۳', 'پلاك 3'],
    ['رحمة', 'رحمه'],
    ['محمّد', 'محمد'],
    ['سلـــام', 'سلام'],
    ['ACME ltd', 'Acme Ltd'],
    ['الف | ب', 'الف ¦ ب'],
    ['الف ｜ ب', 'الف ∣ ب'],
  ])('%s equals %s', (one, other) => {
    expect(foldForCompare(one)).toBe(foldForCompare(other))
  })

  test('different names stay different', () => {
    expect(foldForCompare('رضایی')).not.toBe(foldForCompare('رضائیان'))
  })

  test('doing it twice changes nothing, and the letters sent do not matter', () => {
    fc.assert(
      fc.property(persianish, (text) => {
        const once = foldForCompare(text)
        expect(foldForCompare(once)).toBe(once)
        expect(foldForCompare(normalizeText(text, 'arabic'))).toBe(once)
      }),
      { numRuns: 500 },
    )
  })
})
