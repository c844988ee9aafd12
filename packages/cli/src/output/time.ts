// Both servers, and the people who look at them, go by it.
const tehran = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tehran',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** `2025-11-25 17:33:20`, the time in Tehran. */
export function inTehran(at: number | Date): string {
  return tehran.format(at)
}

/** `2025-11-25 17:33`, the minute in Tehran: for tables, which are wide enough without seconds. */
export function minuteInTehran(at: number | Date): string {
  return inTehran(at).slice(0, -3)
}

/** `2025-11-25T14:03:20.000Z`, for JSON. */
export function isoTime(at: number): string {
  return new Date(at).toISOString()
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
] as const

/** `3 min`, `2 d`: rounded down to the largest unit there is one of. */
export function duration(ms: number): string {
  const [size, unit] = UNITS.find(([each]) => ms >= each) ?? [1_000, 's']
  return `${Math.floor(Math.max(ms, 0) / size)} ${unit}`
}
