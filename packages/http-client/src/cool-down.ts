import type { ApiError } from './api-error'

const minute = 60_000
const longestMs = 30 * minute

/** Delays logins after a refused one, so that the server does not lock the account. */
export interface CoolDown {
  /** The error that a caller gets instead of a login. `undefined`: a login may be sent. */
  readonly error: () => ApiError | undefined
  /**
   * Notes a failed login. Returns for how many milliseconds no login is sent. 0: the failure has nothing to do with
   * the credentials.
   */
  readonly begin: (error: ApiError) => number
  /**
   * Notes a login that succeeded and was useless. The pause is as long as after a refused login. `errorOf` gets the
   * number of useless logins in a row. Returns the error that callers get during the pause.
   */
  readonly refuse: (errorOf: (times: number) => ApiError) => ApiError
  /** Notes that the credentials work. The next refusal stops logins for one minute again. */
  readonly reset: () => void
}

/**
 * A refusal stops logins for one minute, the next one for two, up to 30. A locked account (403) stops them for 30
 * minutes: Payamgostar locks an account for 15 to 30 minutes, and an earlier login may make that longer. Pauses are
 * measured on the monotonic clock, so a clock that is set back does not make them longer.
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
      // A redirected login will be redirected again, and a login address that does not exist will not exist the next
      // time.
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
