const dayMs = 24 * 60 * 60 * 1000

const offsetName = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tehran', timeZoneName: 'longOffset' })

const dateTime = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Reads a date or date-time of the CRM. Without an offset it is Asia/Tehran local time, an offset is honoured, and digits
 * past the millisecond are cut off. `undefined`: this is no such text, or no day of the calendar.
 *
 * An hour that the clocks passed twice is read as the first of the two; an hour that they skipped as the one after it.
 */
export function parseTehranTime(text: string): Date | undefined {
  const [, day, time = '00:00:00', fraction = '', offset] = dateTime.exec(text) ?? []
  if (day === undefined) return undefined
  const local = `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}`
  const wall = Date.parse(`${local}Z`)
  // Date.parse takes 30 February and makes it 2 March.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== `${local}Z`) return undefined
  const instant = new Date(offset === undefined ? instantOf(wall) : Date.parse(local + offset))
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Writes an instant as the CRM does: Asia/Tehran local time without an offset, `2025-12-21T14:06:17.173`. */
export function formatTehranTime(instant: Date): string {
  const at = instant.getTime()
  return new Date(at + offsetAt(at)).toISOString().slice(0, -1)
}

/** `wall` is the local time as if it were UTC. */
function instantOf(wall: number): number {
  const before = offsetAt(wall - dayMs)
  const after = offsetAt(wall + dayMs)
  const offset = [before, after].find((candidate) => offsetAt(wall - candidate) === candidate)
  return wall - (offset ?? before)
}

/**
 * Milliseconds that Tehran is ahead of UTC. +03:30 since 2022-09-21; before, Iran kept summer time (+04:30) in most years,
 * so the zone's history is asked. Source: the IANA time zone database.
 */
function offsetAt(at: number): number {
  const name = offsetName.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [hours = 0, minutes = 0, seconds = 0] = name.replace('GMT+', '').split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}
