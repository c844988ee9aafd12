const longestMs = 24 * 60 * 60 * 1000

/**
 * The pause that a `Retry-After` header asks for, in milliseconds and at most a day; `undefined` where there is none or it makes
 * no sense. A date is compared with the server's own `Date` header if it sends one: the clocks differ by minutes.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (!value) return undefined
  const pause = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - serverNow(headers)
  return Number.isNaN(pause) ? undefined : Math.min(Math.max(pause, 0), longestMs)
}

function serverNow(headers: Headers): number {
  const date = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(date) ? Date.now() : date
}
