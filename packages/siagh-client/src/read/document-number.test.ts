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
    // What these are, nobody can tell: so they are told as they stand.
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
      if (end === 'ثبت گردید' && /[\u200F>)»"\]]$/.test(written)) continue
      expect(findDocumentNumber([`پیش فاکتور به شماره ${written}${end}`])).toBe(number)
    }
  })

  it('tells no number where a gap may part thousands or two numbers', () => {
    expect(findDocumentNumber(['به شماره 2 488 ثبت گردید'])).toBeUndefined()
    expect(findDocumentNumber(['به شماره 2488 با 3 ردیف ثبت گردید'])).toBe('2488')
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
