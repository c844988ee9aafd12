/**
 * What can go wrong with one call. Each says whether the call was carried out, since that is what a caller cannot see.
 *
 * - `away`: nobody listens; not carried out. The call fails with `cause.code` `ECONNREFUSED`. Over HTTP that is true of
 *   `set('away')`, which stops listening; `away` for single calls or operations resets the connection instead.
 * - `resetBefore`: the connection is reset; not carried out.
 * - `resetAfter`: the connection is reset; carried out, the answer is lost.
 * - `hang`: no answer, ever; not carried out.
 * - `hangAfter`: no answer, ever; carried out.
 * - `error500`: status 500 with a JSON message; not carried out.
 * - `htmlPage`: an HTML page with status 200, as a server in front answers; not carried out.
 * - `truncatedJson`: carried out, and the answer breaks off half-way.
 * - `expiredSession`: the session that was sent is over, and answered so (status 401 unless told otherwise); not carried out.
 * - `refusal`: the server's way of saying no to correct data; not carried out.
 * - `rateLimited`: status 429 with `Retry-After: 1` (see `retryAfter`); not carried out.
 */
export type Fault =
  | 'away'
  | 'resetBefore'
  | 'resetAfter'
  | 'hang'
  | 'hangAfter'
  | 'error500'
  | 'htmlPage'
  | 'truncatedJson'
  | 'expiredSession'
  | 'refusal'
  | 'rateLimited'

/** Every fault there is. */
export const allFaults: readonly [Fault, ...Fault[]] = [
  'away',
  'resetBefore',
  'resetAfter',
  'hang',
  'hangAfter',
  'error500',
  'htmlPage',
  'truncatedJson',
  'expiredSession',
  'refusal',
  'rateLimited',
]
