const hourMs = 60 * 60 * 1000

/** The end of Iran's last summer time, 30 Shahrivar 1401. Source: the IANA time zone database. */
const lastChangeMs = Date.UTC(2022, 8, 21, 19, 30)

const hour = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tehran', timeZoneName: 'longOffset' })

/** Milliseconds that Tehran is ahead of UTC: 3:30 all year since 2022, and 4:30 in most summers before. */
const offsetAt = (ms: number): number => {
  if (ms >= lastChangeMs) return 3.5 * hourMs
  const name = hour.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [hours = 0, minutes = 0, seconds = 0] = name.replace('GMT+', '').split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000
}

const local = (ms: number): string => new Date(ms + offsetAt(ms)).toISOString().slice(0, -1)

/** Local time without an offset and without trailing zeros, as the CRM writes it: `2025-12-20T12:40:17.03`. */
export const tehranText = (ms: number): string => local(ms).replace(/\.?0+$/, '')

/** Local time with seven fraction digits and the offset, as in the CRM's `expiresAt`. */
export const tehranTextWithOffset = (ms: number): string =>
  `${local(ms)}0000+${new Date(offsetAt(ms)).toISOString().slice(11, 16)}`

/** A local time as it was stored, with the offset behind it, or in UTC. */
export const shiftedTo = (form: 'local' | 'with-offset' | 'utc', text: string): string => {
  if (form === 'local') return text
  const wall = Date.parse(`${text}Z`)
  const offset = offsetAt(wall - offsetAt(wall))
  if (form === 'utc') return new Date(wall - offset).toISOString()
  return `${text}+${new Date(offset).toISOString().slice(11, 16)}`
}

/** A time that a caller has sent, with or without an offset, as local time. */
export const asLocal = (text: string): string =>
  /(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text)) ? tehranText(Date.parse(text)) : text

/** What a local time means to a server that takes it for UTC. */
export const asUtcRead = (text: string): string => {
  const instant = Date.parse(`${text}Z`)
  return Number.isNaN(instant) ? text : tehranText(instant)
}

const jalali = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
  timeZone: 'Asia/Tehran',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The Jalali date in Tehran: `1404/09/04`. */
export const jalaliDate = (ms: number): string => {
  const parts = new Map(jalali.formatToParts(ms).map(({ type, value }) => [type, value]))
  return `${parts.get('year') ?? ''}/${parts.get('month') ?? ''}/${parts.get('day') ?? ''}`
}

/** Hours and minutes in Tehran: `17:33`. */
export const tehranClockTime = (ms: number): string => local(ms).slice(11, 16)
