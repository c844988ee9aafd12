import { htmlPage, json, type Answer } from './answer'

/**
 * How a call with a session that has ended is answered. Nobody has seen which of them the servers, or a proxy in front, use. None of the
 * calls is carried out.
 *
 * - a number: that status, with a message in JSON.
 * - `htmlPage`: the login page as HTML, with status 200.
 * - `redirect`: status 302, to a login page on another host.
 * - `refusal`: status 200, and the server's own way to say no.
 */
export type SessionEnd = 401 | 403 | 419 | 440 | 'htmlPage' | 'redirect' | 'refusal'

/** Every form there is. */
export const allSessionEnds: readonly [SessionEnd, ...SessionEnd[]] = [
  401,
  403,
  419,
  440,
  'htmlPage',
  'redirect',
  'refusal',
]

/** The address that `redirect` leads to. */
const loginPageUrl = 'http://login.test/Account/Login'

const redirect: Answer = { status: 302, body: '', headers: { location: loginPageUrl }, applied: false }

/** The answers of one server to sessions that have ended. */
export interface SessionEnds {
  /** The answer to such a call. */
  readonly answer: () => Answer
  /** Changes the form for the calls to come. */
  readonly use: (form: SessionEnd) => void
}

/** Begins with `unauthorized`, the 401 of this server; `refusal` is its own way to say no with status 200. */
export const createSessionEnds = (unauthorized: Answer, refusal: Answer): SessionEnds => {
  let form: SessionEnd = 401
  return {
    answer: () => {
      if (form === 'htmlPage') return htmlPage
      if (form === 'redirect') return redirect
      if (form === 'refusal') return { ...refusal, applied: false }
      return form === 401 ? unauthorized : json({ message: 'The session has ended' }, form)
    },
    use: (next) => {
      form = next
    },
  }
}
