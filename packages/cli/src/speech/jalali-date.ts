import { toJalaali } from 'jalaali-js'
import { partsOf } from '../output/time'

/** `1404/09/04`, the day in Tehran by the calendar of Iran. */
export function jalaliDate(at: number | Date): string {
  const [year = 0, month = 0, day = 0] = partsOf(at).date.split('-').map(Number)
  const { jy, jm, jd } = toJalaali(year, month, day)
  return [jy, jm, jd].map((part) => String(part).padStart(2, '0')).join('/')
}
