import { describe, expect, it } from 'vitest'
import { readTime } from './read-time'

describe('a time that a person types', () => {
  it.each([
    ['1404/09/04', '2025-11-24T20:30:00.000Z'],
    ['1404-9-4 17:33', '2025-11-25T14:03:00.000Z'],
    ['۱۴۰۴/۰۹/۰۴ ۱۷:۳۳', '2025-11-25T14:03:00.000Z'],
    ['2025-11-25', '2025-11-24T20:30:00.000Z'],
    ['2025-11-25T17:33', '2025-11-25T14:03:00.000Z'],
    ['2025-11-25T14:03:20Z', '2025-11-25T14:03:20.000Z'],
    ['2025-11-25T14:03:20+00:00', '2025-11-25T14:03:20.000Z'],
    // The last day of a leap year.
    ['1403/12/30', '2025-03-19T20:30:00.000Z'],
  ])('%s is read as the time in Tehran', (given, expected) => {
    expect(readTime(given)._unsafeUnwrap().toISOString()).toBe(expected)
  })

  it.each(['1404/12/30', '2025-02-29', '2025-13-01', '1404/09/04 25:00', 'yesterday', ''])('%j is none', (given) => {
    expect(readTime(given)._unsafeUnwrapErr().exitCode).toBe(2)
  })
})
