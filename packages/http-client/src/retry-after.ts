/** The pause that a server asks for by `Retry-After`. */
export interface AskedPause {
  readonly ms: number
  /** What the server asked for, in our words, where that was more than `ms`. */
  readonly cutFrom?: string
}

// Date.parse takes nearly everything for a date, `5, 7` too.
const date = /^[a-z]{3,9}\b|^\d{4}-\d\d-\d\d/i

/**
 * Reads `Retry-After`: seconds, or a date. `undefined` where there is none or it makes no sense, as a number below 0. More than `maxMs` is
 * cut to it, since a server that is wrong must not stop the work for good. A date is compared with the server's own `Date` header if it
 * sends one: the clocks differ by minutes.
 */
export function askedPause(headers: Headers, maxMs: number): AskedPause | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const isNumber = /^[+-]?[\d.]+$/.test(value)
  if (!isNumber && !date.test(value)) return undefined
  const ms = isNumber ? Number(value) * 1000 : Math.max(Date.parse(value) - serverNow(headers), 0)
  if (Number.isNaN(ms) || ms < 0) return undefined
  if (ms <= maxMs) return { ms }
  return { ms: maxMs, cutFrom: isNumber ? `of ${Number(value)} seconds` : `until ${new Date(value).toISOString()}` }
}

function serverNow(headers: Headers): number {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? Date.now() : date
}
