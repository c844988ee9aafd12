import { describe, expect, test } from 'vitest'
import { jalaliYearOf } from './calendar'

describe('the Jalali year in Tehran', () => {
  test.each([
    ['2025-03-20T20:29:59.999Z', 1403],
    ['2025-03-20T20:30:00.000Z', 1404],
    ['2026-03-20T20:29:59.999Z', 1404],
    ['2026-03-20T20:30:00.000Z', 1405],
    ['2026-01-01T00:00:00.000Z', 1404],
    ['2025-12-31T23:59:59.999Z', 1404],
  ])('at %s is %i', (at, year) => {
    expect(jalaliYearOf(new Date(at))).toBe(year)
  })

  test('a leap year has its 30 Esfand', () => {
    expect(jalaliYearOf(Date.parse('2025-03-20T12:00:00Z'))).toBe(1403)
    expect(jalaliYearOf(Date.parse('2024-03-20T12:00:00Z'))).toBe(1403)
    expect(jalaliYearOf(Date.parse('2024-03-19T12:00:00Z'))).toBe(1402)
  })
})
