import { expect, it } from 'vitest'
import { inEnglish } from '../messages/cli-messages'
import { clockLine } from './clock-line'
import { siaghTime } from './siagh-time'

it("reads Siagh's Jalali date and wall clock as an instant", () => {
  expect(new Date(siaghTime('1404/09/04', '17:33') ?? 0).toISOString()).toBe('2025-11-25T14:03:30.000Z')
  expect(new Date(siaghTime('1404/09/04', '17:33:05') ?? 0).toISOString()).toBe('2025-11-25T14:03:05.000Z')
  // In summer time, which Iran had until 2022.
  expect(new Date(siaghTime('1400/05/01', '12:00:00') ?? 0).toISOString()).toBe('2021-07-23T07:30:00.000Z')
  // Just after midnight in Tehran, on the first day of a year.
  expect(new Date(siaghTime('1405/01/01', '00:10') ?? 0).toISOString()).toBe('2026-03-20T20:40:30.000Z')
})

it.each([
  [undefined, '17:33'],
  ['1404/09/04', undefined],
  ['1404/13/04', '17:33'],
  ['2025-11-25', '17:33'],
])('knows that %s, %s is no time', (date, time) => {
  expect(siaghTime(date, time)).toBeUndefined()
})

it('warns of a clock that is more than five minutes off, in either direction', () => {
  const line = (skewMs?: number) => {
    const { message, status } = clockLine('siagh', skewMs, { code: 'clock_untold_logins' })
    return { status, message: inEnglish(message) }
  }
  expect(line(59_000)).toMatchObject({ status: 'ok', message: 'the same as here, within a minute' })
  expect(line(-4 * 60_000)).toMatchObject({ status: 'ok', message: '4 min behind ours' })
  expect(line(6 * 60_000)).toMatchObject({ status: 'warning', message: '6 min ahead of ours' })
  expect(line(-26 * 3_600_000)).toMatchObject({ status: 'warning', message: '1 d behind ours' })
  expect(line()).toMatchObject({ status: 'skipped' })
})
