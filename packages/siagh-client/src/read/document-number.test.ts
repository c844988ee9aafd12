import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDocumentNumber } from './document-number'

describe('findDocumentNumber', () => {
  it.each([
    ['Latin digits', 'پیش فاکتور فروش با موفقیت به شماره 2488 ثبت گردید'],
    ['Persian digits', 'پیش فاکتور فروش با موفقیت به شماره ۲۴۸۸ ثبت گردید'],
    ['Arabic digits', 'پیش فاکتور فروش با موفقیت به شماره ٢٤٨٨ ثبت گردید'],
    ['a half-space and a colon', 'ثبت به\u200Cشماره: 2488'],
    ['a no-break space', 'ثبت به\u00A0شماره\u00A02488'],
  ])('reads %s', (_what, message) => {
    expect(findDocumentNumber([message])).toBe('2488')
  })

  it.each([
    ['2,488', '2488'],
    ['۲٬۴۸۸', '2488'],
    ['۲،۴۸۸', '2488'],
    ['1,002,488', '1002488'],
    ['2\u00A0488', '2488'],
    ['2\u202F488', '2488'],
    ['2,488.00', '2488'],
    ['2488.0', '2488'],
    ['۲۴۸۸٫۰۰', '2488'],
    ['1404/2488', '1404/2488'],
    ['۱۴۰۴/۲۴۸۸', '1404/2488'],
    ['1404-2488', '1404-2488'],
    ['1404–2488', '1404–2488'],
    ['1404\\2488', '1404\\2488'],
    ['1404_2488', '1404_2488'],
    ['A-2488', 'A-2488'],
    ['A2488', 'A2488'],
    ['2488A', '2488A'],
    ['PI_5/2488', 'PI_5/2488'],
    ['2488/A', '2488/A'],
    ['ف-2488', 'ف-2488'],
    ['الف/2488', 'الف/2488'],
    ['1404/12/2488', '1404/12/2488'],
    ['1404/ف/2488', '1404/ف/2488'],
    ['2488/الف', '2488/الف'],
    ['2488-ب', '2488-ب'],
    // Nobody knows the meaning of these texts, so they are shown unchanged.
    ['2.488', '2.488'],
    ['2٫488', '2٫488'],
    ['1404,2488', '1404,2488'],
    ['12,34,567', '12,34,567'],
    ['7،8', '7،8'],
    ['2,488/3', '2,488/3'],
    ['0,488', '0,488'],
    // What follows a number is not of it.
    ['2488.', '2488'],
    ['2488،', '2488'],
    ['2488)', '2488'],
    ['(2488)', '2488'],
    ['[2488]', '2488'],
    ['«2488»', '2488'],
    ['"2488"', '2488'],
    ['#2488', '2488'],
    ['\u200E2488\u200F', '2488'],
    ['<b>2488</b>', '2488'],
    ['2488-', '2488'],
    ['2488/', '2488'],
    ['002488', '002488'],
  ])('reads %j as %j, whole', (written, number) => {
    for (const end of ['', ' ثبت گردید', ' ثبت شد.', 'ثبت گردید', '\n', '، تاریخ 1404/09/04']) {
      // Without a gap a letter of Latin or Persian may belong to it.
      if (end === 'ثبت گردید' && /[\u200F>)»"\]\p{Script=Arabic}]$/u.test(written)) continue
      expect(findDocumentNumber([`پیش فاکتور به شماره ${written}${end}`])).toBe(number)
    }
  })

  it.each([
    '1404 / 2488',
    '1404/ 2488',
    '1404 /2488',
    '1404 - 2488',
    '1404 \\ 2488',
    '1404:2488',
    '1404 : 2488',
    '1404#2488',
    '1404|2488',
    '1404;2488',
    '1404=2488',
    '1404@2488',
    '1404~2488',
    '1404·2488',
    '1404⁄2488',
    '1404−2488',
    '1404 2488',
    '1404\n2488',
    '2 488',
    '2 488 112',
    '(1404)2488',
    '(1404) 2488',
    '[1404]-2488',
    '2488 (1404)',
    '2488(1)',
    '2488الف',
    '2488\u200Cالف',
    '1404\u200C2488',
    '1404\u200F2488',
    '1404<br>2488',
    '2488 الف',
    '2488 ب',
    '2488 (الف)',
    '2488ام',
    '2488 A',
    '2488+1',
    '2488*1',
    '2488×1',
    '2488%1',
    "2488'1",
    '2488*',
    '2488…',
    '2488 - 5720000',
    '2488، 2489',
    '2488 و 2489',
    '2488 تا 2490',
    '2488-1404/09/01',
    '2488/1404/09/01',
    '2.488E+03',
    '1e5',
    '۱۴۰۴ / ۲۴۸۸',
    'PI_5 2488',
  ])('tells no number for %j: it is not sure where the number ends', (written) => {
    for (const end of ['', ' ثبت گردید', '.', '\n', '، تاریخ 1404/09/04']) {
      expect(findDocumentNumber([`پیش فاکتور به شماره ${written}${end}`, 'به شماره 8 ثبت گردید'])).toBeUndefined()
    }
  })

  it.each([
    '2488 - 1404/09/01',
    '2488 (1404/09/01)',
    '2488، 1404/09/01',
    '2488 مورخ 1404/09/01',
    '2488 – مبلغ 5,000 ریال',
    '2488 با 3 ردیف ثبت گردید',
    '2488 و شماره پیگیری 99',
    '2488 (پیش نویس)',
    '2488ثبت شد',
    '2488با موفقیت ثبت شد',
    '2488می\u200Cباشد',
    '2488.ثبت شد',
    '2488: ثبت شد',
    '2488 | ثبت شد',
    '2488 saved',
  ])('reads 2488 out of %j', (rest) => {
    expect(findDocumentNumber([`پیش فاکتور به شماره ${rest}`])).toBe('2488')
  })

  it('tells no number that is only a part of what stands there', () => {
    const digits = fc.integer({ min: 1, max: 99_999 }).map(String)
    const sign = fc.constantFrom(...Array.from(' /-:#|+*.,،٫_\\\n(~=@;·−%\u200C\u200F'))
    fc.assert(
      fc.property(digits, fc.array(sign, { minLength: 1, maxLength: 3 }), digits, (one, signs, other) => {
        const between = signs.join('')
        const number = findDocumentNumber([`به شماره ${one}${between}${other} ثبت گردید`])
        const isThousands = /^[,٬،]$/.test(between) && one.length <= 3 && other.length === 3
        const whole = isThousands ? `${one}${other}` : `${one}${between.replace(/[\u200C\u200F]/g, '')}${other}`
        expect([undefined, whole]).toContain(number)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes the first message that tells a number', () => {
    expect(findDocumentNumber(['ثبت گردید', 'به شماره 7 ثبت گردید', 'به شماره 8 ثبت گردید'])).toBe('7')
  })

  it('takes no other number for it', () => {
    expect(findDocumentNumber(['خالص سند: 5,720,000', 'سند 2488 ثبت گردید'])).toBeUndefined()
    expect(findDocumentNumber(['به شماره ثبت گردید', 'به شماره: '])).toBeUndefined()
    expect(findDocumentNumber([])).toBeUndefined()
  })
})
