import { parseTehranTime } from '@siagh-sync/crm-client'
import { isValidJalaaliDate, toGregorian } from 'jalaali-js'

const DATE = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/

/** The instant of `1404/09/04` and `17:33` on the wall in Tehran. `undefined`: it is none. */
export function siaghTime(systemDate: string | undefined, systemTime: string | undefined): number | undefined {
  const [, year, month, day] = (DATE.exec(systemDate ?? '') ?? []).map(Number)
  const [, hour, minute, second] = (TIME.exec(systemTime ?? '') ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined || hour === undefined) return undefined
  if (!isValidJalaaliDate(year, month, day)) return undefined
  const { gy, gm, gd } = toGregorian(year, month, day)
  // Without seconds, the middle of the minute.
  const seconds = second === undefined || Number.isNaN(second) ? 30 : second
  const time = [hour, minute ?? 0, seconds].map(twoDigits).join(':')
  return parseTehranTime(`${gy}-${twoDigits(gm)}-${twoDigits(gd)}T${time}`)?.getTime()
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
