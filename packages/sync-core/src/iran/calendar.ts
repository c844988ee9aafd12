import { toJalaali } from 'jalaali-js'

const tehran = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Tehran',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})

/**
 * The Jalali year of an instant in Tehran. The year begins at 20:30 UTC of the day before 1 Farvardin. Summer time
 * counts for the years that had it (until 2022).
 */
export function jalaliYearOf(at: Date | number): number {
  const part = Object.fromEntries(tehran.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return toJalaali(part['year'] ?? NaN, part['month'] ?? NaN, part['day'] ?? NaN).jy
}
