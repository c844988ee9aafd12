import { describe, expect, it } from 'vitest'
import { formatTehranTime, parseTehranTime } from './tehran-time'

const read = (text: string) => parseTehranTime(text)?.toISOString()

describe('parseTehranTime', () => {
  it('reads a time without an offset as Tehran local time', () => {
    expect(read('2025-12-21T14:06:17.173')).toBe('2025-12-21T10:36:17.173Z')
    expect(read('2025-12-20T12:40:17.03')).toBe('2025-12-20T09:10:17.030Z')
    expect(read('2025-12-20T12:40:17')).toBe('2025-12-20T09:10:17.000Z')
    expect(read('2025-12-20')).toBe('2025-12-19T20:30:00.000Z')
  })

  it('knows the summer time that Iran kept until 2022', () => {
    expect(read('2021-07-01T12:00:00')).toBe('2021-07-01T07:30:00.000Z')
    expect(read('2021-01-01T12:00:00')).toBe('2021-01-01T08:30:00.000Z')
    expect(read('2022-09-21T12:00:00')).toBe('2022-09-21T07:30:00.000Z')
    expect(read('2022-09-22T12:00:00')).toBe('2022-09-22T08:30:00.000Z')
    expect(read('2025-07-01T12:00:00')).toBe('2025-07-01T08:30:00.000Z')
  })

  it('reads an hour that the clocks skipped as the one after it', () => {
    expect(read('2021-03-22T00:30:00')).toBe('2021-03-21T21:00:00.000Z')
    expect(read('2021-03-22T01:30:00')).toBe('2021-03-21T21:00:00.000Z')
  })

  it('reads an hour that the clocks passed twice as the first of the two', () => {
    expect(read('2021-09-21T23:30:00')).toBe('2021-09-21T19:00:00.000Z')
    expect(read('2021-09-22T00:00:00')).toBe('2021-09-21T20:30:00.000Z')
  })

  it('honours an offset, and cuts off what is finer than a millisecond', () => {
    expect(read('2025-12-16T11:43:53.1385332+03:30')).toBe('2025-12-16T08:13:53.138Z')
    expect(read('2025-12-16T08:13:53.1389999Z')).toBe('2025-12-16T08:13:53.138Z')
    expect(read('2025-12-16T03:13:53-05:00')).toBe('2025-12-16T08:13:53.000Z')
  })

  it.each([
    '1404/09/30',
    '2025-02-30T00:00:00',
    '2025-13-01',
    '2025-12-21T24:00:00',
    '2025-12-21T10:61:00',
    '2025-12-21T10:00:00+99:00',
    '۲۰۲۵-۱۲-۲۱',
    'soon',
    '',
  ])('does not read %j', (text) => {
    expect(parseTehranTime(text)).toBeUndefined()
  })
})

describe('formatTehranTime', () => {
  it('writes Tehran local time without an offset', () => {
    expect(formatTehranTime(new Date('2025-12-21T10:36:17.173Z'))).toBe('2025-12-21T14:06:17.173')
    expect(formatTehranTime(new Date('2021-07-01T07:30:00Z'))).toBe('2021-07-01T12:00:00.000')
  })

  it('writes what was read, whatever the year', () => {
    for (const year of ['0001', '1900', '1930', '1978', '1991', '2005', '2006', '2021', '2022', '2025', '2050']) {
      for (const day of ['01-01', '03-23', '06-15', '09-23', '12-31']) {
        const text = `${year}-${day}T13:14:15.016`
        expect(formatTehranTime(parseTehranTime(text) ?? new Date(Number.NaN))).toBe(text)
      }
    }
  })
})
