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

  it('takes the first message that tells a number', () => {
    expect(findDocumentNumber(['ثبت گردید', 'به شماره 7 ثبت گردید', 'به شماره 8 ثبت گردید'])).toBe('7')
  })

  it('takes no other number for it', () => {
    expect(findDocumentNumber(['خالص سند: 5,720,000', 'سند 2488 ثبت گردید'])).toBeUndefined()
    expect(findDocumentNumber([])).toBeUndefined()
  })
})
