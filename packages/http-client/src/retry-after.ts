/** The pause that a server asks for with `Retry-After`. */
export interface AskedPause {
  readonly ms: number
  /** What the server has asked for, in our words, if that was more than `ms`. */
  readonly cutFrom?: string
}

// Date.parse accepts almost every text as a date, even `5, 7`.
const date = /^[a-z]{3,9}\b|^\d{4}-\d\d-\d\d/i

/**
 * Reads `Retry-After`: seconds, or a date. `undefined`: it is missing or impossible, such as a number below 0. A
 * pause longer than `maxMs` is cut, because a wrong server must not stop the work for ever. A date is compared with
 * the server's own `Date` header if there is one, because the clocks differ by minutes.
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
