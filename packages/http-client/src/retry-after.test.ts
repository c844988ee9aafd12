import { afterEach, describe, expect, it, vi } from 'vitest'
import { askedPause } from './retry-after'

afterEach(() => vi.useRealTimers())

const quarterHour = 15 * 60_000
const date = 'Tue, 03 Feb 2026 10:00:00 GMT'
const pauseOf = (value: string, more: Record<string, string> = {}) =>
  askedPause(new Headers({ 'retry-after': value, ...more }), quarterHour)

describe('the pause that a server asks for', () => {
  it.each([
    [' 7 ', 7_000],
    ['0', 0],
    ['1.5', 1_500],
    ['900', quarterHour],
  ])('is read from the seconds in %j', (value, ms) => {
    expect(pauseOf(value)).toEqual({ ms })
  })

  it('is read from a date by the clock of the server that sent it', () => {
    expect(pauseOf('Tue, 03 Feb 2026 10:00:30 GMT', { date })).toEqual({ ms: 30_000 })
  })

  it('is read from a date by our clock where the server does not tell its own', () => {
    vi.useFakeTimers({ now: Date.parse('2026-02-03T10:00:00Z') })
    expect(pauseOf('Tue, 03 Feb 2026 10:00:05 GMT')).toEqual({ ms: 5_000 })
  })

  it('is none where the date is past', () => {
    expect(pauseOf('Tue, 03 Feb 2015 10:00:05 GMT', { date })).toEqual({ ms: 0 })
  })

  it.each([
    ['86400', 'of 86400 seconds'],
    ['99999999999999999999', 'of 100000000000000000000 seconds'],
    ['9'.repeat(400), 'of Infinity seconds'],
    ['Thu, 01 Jan 2099 00:00:00 GMT', 'until 2099-01-01T00:00:00.000Z'],
    ['2099-01-01', 'until 2099-01-01T00:00:00.000Z'],
  ])('is cut to the longest where it is %j, and tells so', (value, cutFrom) => {
    expect(pauseOf(value, { date })).toEqual({ ms: quarterHour, cutFrom })
  })

  it.each(['', 'soon', '-5', '-5 minutes ago', 'NaN', 'Infinity', '1e9', '1.2.3', '5, 7'])(
    'is unknown where it is %j',
    (value) => {
      expect(pauseOf(value, { date })).toBeUndefined()
    },
  )
})
