const dayMs = 24 * 60 * 60 * 1000

const offsetName = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tehran', timeZoneName: 'longOffset' })

const dateTime = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Reads a date or date-time of the CRM. Without an offset it is Asia/Tehran local time. With an offset, the offset is
 * used. Digits after the millisecond are cut. `undefined`: the text has another form, or there is no such day.
 *
 * When clocks went back, an hour came twice: the first one is used. When clocks went forward, an hour was skipped:
 * the hour after it is used.
 */
export function parseTehranTime(text: string): Date | undefined {
  const [, day, time = '00:00:00', fraction = '', offset] = dateTime.exec(text) ?? []
  if (day === undefined) return undefined
  const local = `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}`
  const wall = Date.parse(`${local}Z`)
  // Date.parse accepts 30 February and turns it into 2 March.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== `${local}Z`) return undefined
  const instant = new Date(offset === undefined ? instantOf(wall) : Date.parse(local + offset))
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Writes an instant as the CRM does: Asia/Tehran local time without an offset. Example: `2025-12-21T14:06:17.173`. */
export function formatTehranTime(instant: Date): string {
  const at = instant.getTime()
  return new Date(at + offsetAt(at)).toISOString().slice(0, -1)
}

/** `wall`: the local time, read as if it were UTC. */
function instantOf(wall: number): number {
  const before = offsetAt(wall - dayMs)
  const after = offsetAt(wall + dayMs)
  const offset = [before, after].find((candidate) => offsetAt(wall - candidate) === candidate)
  return wall - (offset ?? before)
}

/**
 * How many milliseconds Tehran is ahead of UTC. +03:30 since 2022-09-21. Before that date Iran had summer time
 * (+04:30) in most years, so the history of the time zone is used. Source: the IANA time zone database.
 */
function offsetAt(at: number): number {
  const name = offsetName.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [hours = 0, minutes = 0, seconds = 0] = name.replace('GMT+', '').split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}
