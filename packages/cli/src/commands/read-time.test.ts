import { describe, expect, it } from 'vitest'
import { readTime } from './read-time'
import { expectErr, expectOk } from '../../../../test-support/results'

describe('a time that a person types', () => {
  it.each([
    ['1404/09/04', '2025-11-24T20:30:00.000Z'],
    ['1404-9-4 17:33', '2025-11-25T14:03:00.000Z'],
    ['۱۴۰۴/۰۹/۰۴ ۱۷:۳۳', '2025-11-25T14:03:00.000Z'],
    ['2025-11-25', '2025-11-24T20:30:00.000Z'],
    ['2025-11-25T17:33', '2025-11-25T14:03:00.000Z'],
    ['2025-11-25T14:03:20Z', '2025-11-25T14:03:20.000Z'],
    ['2025-11-25T14:03:20+00:00', '2025-11-25T14:03:20.000Z'],
    // Summer time, which Iran had until 1401/06/30.
    ['1400/05/01', '2021-07-22T19:30:00.000Z'],
    ['1401/06/30', '2022-09-20T19:30:00.000Z'],
    ['1401/06/31', '2022-09-21T20:30:00.000Z'],
    ['2021-07-01T12:00', '2021-07-01T07:30:00.000Z'],
    ['2021-07-01T12:00+0330', '2021-07-01T08:30:00.000Z'],
    // Two summers without it, and one with two hours of it.
    ['1385/05/01', '2006-07-22T20:30:00.000Z'],
    ['1356/05/01', '1977-07-22T19:30:00.000Z'],
    // The clocks went from 0:00 to 1:00 on 2 Farvardin, and from 0:00 back to 23:00 at the end of 30 Shahrivar.
    ['1400/01/02', '2021-03-21T20:30:00.000Z'],
    ['1400/01/02 01:00', '2021-03-21T20:30:00.000Z'],
    ['1400/06/30 23:30', '2021-09-21T19:00:00.000Z'],
    ['1400/06/31', '2021-09-21T20:30:00.000Z'],
    // The last day of a leap year.
    ['1403/12/30', '2025-03-19T20:30:00.000Z'],
  ])('%s is read as the time in Tehran', (given, expected) => {
    expect(expectOk(readTime(given)).toISOString()).toBe(expected)
  })

  it('is what the clocks in Tehran showed then, in every year', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tehran', dateStyle: 'short', timeStyle: 'medium' })
    for (let day = Date.UTC(1940, 0, 1); day < Date.UTC(2040, 0, 1); day += 3 * 86_400_000) {
      const given = `${new Date(day).toISOString().slice(0, 10)} 12:34:56`
      expect(wall.format(expectOk(readTime(given)))).toBe(given)
    }
  })

  it.each(['1404/12/30', '2025-02-29', '2025-13-01', '1404/09/04 25:00', 'yesterday', ''])('%j is none', (given) => {
    expect(expectErr(readTime(given)).exitCode).toBe(2)
  })
})
