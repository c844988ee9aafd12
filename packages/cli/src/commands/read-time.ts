import { err, ok, type Result } from 'neverthrow'
import { parseTehranTime } from '@siagh-sync/crm-client'
import { isValidJalaaliDate, toGregorian } from 'jalaali-js'
import { misuse, type Failure } from '../failure'
import { latinDigits } from './latin-digits'
import { cliSaying } from '../messages/cli-messages'

const FORM = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/

// No year of the Jalali calendar that a record could be of is above, no Gregorian one below.
const FIRST_GREGORIAN_YEAR = 1700

/**
 * A time as a person types it, in either set of digits: `1404/09/04`, `2025-11-25`, either with `17:33` behind it. Where it has no offset, it is the time in
 * Tehran, with the summer time of the years until 2022. An hour that the clocks skipped is the one after it, so a day that began at 1:00
 * begins there; an hour that they passed twice is the first of the two.
 */
export function readTime(given: string): Result<Date, Failure> {
  const [, year, month, day, hour = '0', minute = '0', second = '0', offset = ''] =
    FORM.exec(latinDigits(given.trim())) ?? []
  const date = gregorian(Number(year), Number(month), Number(day))
  const time = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':')
  const at = date && parseTehranTime(`${date}T${time}${offset.replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
  if (at) return ok(at)
  return err(misuse(cliSaying('time_wrong', { given })))
}

function gregorian(year: number, month: number, day: number): string | undefined {
  if (Number.isNaN(year)) return undefined
  if (year < FIRST_GREGORIAN_YEAR) {
    if (!isValidJalaaliDate(year, month, day)) return undefined
    const { gy, gm, gd } = toGregorian(year, month, day)
    return isoDate(gy, gm, gd)
  }
  // A day that the month does not have would become one of the next month.
  const isThere = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12
  return isThere ? isoDate(year, month, day) : undefined
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
