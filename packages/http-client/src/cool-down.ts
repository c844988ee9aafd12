import type { ApiError } from './api-error'

const minute = 60_000
const longestMs = 30 * minute

/** Keeps a refused login from being repeated until the server locks the account. */
export interface CoolDown {
  /** What a caller gets instead of a login; `undefined` when one may be sent. */
  readonly error: () => ApiError | undefined
  /** Notes a failed login and returns for how many milliseconds none is sent: 0 where the failure says nothing about us. */
  readonly begin: (error: ApiError) => number
  /** Notes that a login was of no use, and how often in a row that was so: as long a pause as after a refused one. Returns the error that callers get meanwhile. */
  readonly refuse: (errorOf: (times: number) => ApiError) => ApiError
  /** The credentials work: the next refusal starts again from a minute. */
  readonly reset: () => void
}

/**
 * A refusal stops logins for a minute, the next one for two, up to 30. A locked account (403) stops them for 30 minutes:
 * Payamgostar locks for 15 to 30, and a login that comes earlier may lengthen it. Pauses are measured on the monotonic clock, so that a
 * machine whose clock is set back does not wait longer.
 */
export function createCoolDown(): CoolDown {
  let refusals = 0
  let useless = 0
  let until = 0
  let remembered: ApiError | undefined

  const nextLength = () => Math.min(minute * 2 ** refusals++, longestMs)
  const start = (length: number, error: ApiError) => {
    if (length > 0) [until, remembered] = [performance.now() + length, error]
    return length
  }
  return {
    error: () => {
      const left = until - performance.now()
      return left > 0 && remembered !== undefined ? withPause(remembered, left) : undefined
    },
    begin: (error) => start(lengthOf(error, nextLength), error),
    refuse: (errorOf) => {
      const length = nextLength()
      const error = errorOf(++useless)
      start(length, error)
      return withPause(error, length)
    },
    reset: () => {
      refusals = useless = 0
    },
  }
}

function lengthOf(error: ApiError, nextLength: () => number): number {
  switch (error.kind) {
    case 'unauthorized':
    case 'rejected':
    case 'not_found':
    case 'malformed':
      return nextLength()
    case 'unavailable':
      // A login that is redirected leads elsewhere each time, and one that has no address has none the next time.
      if (error.status !== undefined && (error.status < 400 || error.status === 404)) return nextLength()
      return error.status === 403 ? longestMs : 0
    case 'rate_limited':
      return error.retryAfterMs
    case 'outcome_unknown':
    case 'defect':
      return 0
  }
}

function withPause(error: ApiError, retryAfterMs: number): ApiError {
  return error.kind === 'unavailable' || error.kind === 'rate_limited' ? { ...error, retryAfterMs } : error
}
