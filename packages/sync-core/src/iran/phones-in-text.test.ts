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
