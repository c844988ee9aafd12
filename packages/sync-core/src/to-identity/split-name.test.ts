import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeText } from '../iran/text'
import { FAMILY_ENDINGS, FIRST_OF_TWO, SECOND_OF_TWO, TITLES } from './given-names'
import { splitName } from './split-name'

describe('splitName', () => {
  test.each([
    ['رضا نمونه‌پور', '', 'رضا', 'نمونه‌پور'],
    ['رضا فرضی اصل', '', 'رضا', 'فرضی اصل'],
    ['محمد رضا آزمایشی', '', 'محمد رضا', 'آزمایشی'],
    ['محمدرضا آزمایشی', '', 'محمدرضا', 'آزمایشی'],
    ['محمد‌رضا آزمایشی', '', 'محمد‌رضا', 'آزمایشی'],
    ['سید علی تمرینی', '', 'سید علی', 'تمرینی'],
    ['سيد محمد رضا تمريني', '', 'سید محمد رضا', 'تمرینی'],
    ['امیر حسین کاغذیان', '', 'امیر حسین', 'کاغذیان'],
    ['فاطمه زهرا پنداری', '', 'فاطمه زهرا', 'پنداری'],
    ['زهرا سادات پنداری', '', 'زهرا سادات', 'پنداری'],
    ['عبد الرضا پنداری', '', 'عبد الرضا', 'پنداری'],
    ['نور الدین پنداری', '', 'نور الدین', 'پنداری'],
    ['محمد حسین زاده', '', 'محمد', 'حسین زاده'],
    ['محمد رضا حسین پور', '', 'محمد رضا', 'حسین پور'],
    ['علی محمد نژاد', '', 'علی', 'محمد نژاد'],
    ['محمد علی حسین', '', 'محمد علی', 'حسین'],
    ['محمد رضا', '', 'محمد', 'رضا'],
    ['آقای رضا نمونه', 'آقای', 'رضا', 'نمونه'],
    ['جناب آقای دکتر رضا نمونه', 'جناب آقای دکتر', 'رضا', 'نمونه'],
    ['خانم مهندس مریم خیالی‌نیا', 'خانم مهندس', 'مریم', 'خیالی‌نیا'],
    ['دکتر. مریم خیالی', 'دکتر.', 'مریم', 'خیالی'],
    ['خانم خیالی', 'خانم', '', 'خیالی'],
    ['حاجی زاده', '', 'حاجی', 'زاده'],
    ['دکتر', '', '', 'دکتر'],
    ['نمونه', '', '', 'نمونه'],
    ['', '', '', ''],
  ])('%s', (name, title, firstName, lastName) => {
    expect(splitName(name)).toEqual({ title, firstName, lastName })
  })

  const word = fc.oneof(
    fc.constantFrom(...TITLES, ...FIRST_OF_TWO, ...SECOND_OF_TWO, ...FAMILY_ENDINGS),
    fc.constantFrom('نمونه', 'آزمایشی', 'كاغذيان', 'مه\u200Cسیما', 'Smith'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )

  test('never loses, adds or moves a word', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', '  ', '\t', '\u200C '), (words, between) => {
        const name = words.join(between)
        const { title, firstName, lastName } = splitName(name)
        expect([title, firstName, lastName].filter((part) => part !== '').join(' ')).toBe(normalizeText(name))
      }),
    )
  })

  test('always leaves a family name to a name that has anything', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const name = words.join(' ')
        expect(splitName(name).lastName !== '').toBe(normalizeText(name) !== '')
      }),
    )
  })
})
