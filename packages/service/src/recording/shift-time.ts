import type { SecretOrder } from './secret-order'

const DAY_MS = 86_400_000
/** Times are moved by at most so many days, so that most documents stay in their fiscal year. */
const MOST_DAYS = 40

/** No document is as old as this. An older date is one of somebody's life, or of a company's. */
const FIRST_YEAR = 2012
const FIRST_JALALI_YEAR = 1391
/** No person was born before. Dates that stand for no date are older, such as `0001-01-01`. */
const FIRST_BIRTH = 1850

/** Moves times by one secret span, so that their order and the time between them stay. */
export interface ShiftTime {
  /** `2025-12-21`, with or without time, fraction and offset. Whatever the text has, the result has. An old date is one of birth. */
  readonly time: (text: string) => string
  /** `1404/09/04`: the year stays, month and day are made up. An old date is one of birth. */
  readonly jalali: (text: string) => string
  /** A date of birth, of which nothing stays but how it is written. */
  readonly birth: (text: string) => string
}

/** Makes the span of one key. */
export function createShiftTime(order: SecretOrder): ShiftTime {
  const span = order.number('span of times', 2 * MOST_DAYS * DAY_MS) - MOST_DAYS * DAY_MS
  const days = Math.floor(span / DAY_MS) * DAY_MS || DAY_MS
  const jalali = (text: string, year: string) => {
    const [, month = '', day = ''] = text.split('/')
    const draw = (label: string, below: number) => 1 + order.number(`jalali ${label} ${text}`, below)
    const twice = (number: number, like: string) => String(number).padStart(like.length, '0')
    return [year, twice(draw('month', 12), month), twice(draw('day', 29), day)].join('/')
  }
  const birth = (text: string) => {
    const draw = (label: string, below: number) => order.number(`birth ${label} ${text}`, below)
    if (/^1[234]\d\d\//.test(text)) return jalali(text, String(1320 + draw('year', 60)))
    const day = new Date(Date.UTC(1950, 0, 1) + draw('day', 18_000) * DAY_MS).toISOString()
    return /^\d{4}-\d\d-\d\d/.test(text) ? day.slice(0, 10) + text.slice(10).replace(/[1-9]/g, '0') : ''
  }
  return {
    time: (text) => {
      const year = Number(text.slice(0, 4))
      if (year >= FIRST_BIRTH && year < FIRST_YEAR) return birth(text)
      const [, date = '', middle = '', clock = '', fraction = '', offset = ''] =
        /^(\d{4}-\d\d-\d\d)([T ]?)(\d\d:\d\d(?::\d\d)?)?(\.\d+)?(.*)$/.exec(text) ?? []
      const isMidnight = clock === '' || /^00:00(:00)?$/.test(clock)
      const at = Date.parse(`${date}T${clock === '' ? '00:00' : clock}Z`) + (isMidnight ? days : span)
      if (Number.isNaN(at)) return text.replace(/\d/g, '1')
      const moved = new Date(at).toISOString()
      return moved.slice(0, 10) + middle + moved.slice(11, 11 + clock.length) + fraction + offset
    },
    jalali: (text) => {
      const year = text.slice(0, 4)
      return Number(year) < FIRST_JALALI_YEAR ? birth(text) : jalali(text, year)
    },
    birth,
  }
}
