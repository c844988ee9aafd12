import { empty, htmlPage, json, type Answer } from './answer'
import type { Dialect } from './dialect/dialect'

/**
 * How a call with a session that has ended is answered. Nobody has seen which of them the servers, or a proxy in front, use. None of the
 * calls is carried out.
 *
 * - a number: that status, with a message in JSON.
 * - `login-page`: the login page as HTML, with status 200.
 * - `redirect`: status 302, to a login page on another host.
 * - `refusal`: status 200, and the server's own way to say no.
 * - `message`: status 200, and a message in JSON.
 * - `null`, `nothing`: status 200 with `null`, or without a body.
 */
export type SessionEnd = Dialect['siaghSessionEnd']

/** The address that `redirect` leads to. */
const loginPageUrl = 'http://login.test/Account/Login'

const notCarriedOut = (answer: Answer): Answer => ({ ...answer, applied: false })

const redirect: Answer = { status: 302, body: '', headers: { location: loginPageUrl }, applied: false }

/** The answer of one server to a session that has ended. */
export const sessionEndAnswer = (form: SessionEnd, unauthorized: Answer, refusal: Answer): Answer => ({
  ...answerOf(form, unauthorized, refusal),
  sessionEnded: true,
})

const answerOf = (form: SessionEnd, unauthorized: Answer, refusal: Answer): Answer => {
  switch (form) {
    case 'login-page':
      return htmlPage
    case 'redirect':
      return redirect
    case 'refusal':
      return notCarriedOut(refusal)
    case 'message':
      return notCarriedOut(json({ Message: 'نشست شما به پایان رسیده است' }))
    case 'null':
      return notCarriedOut(json(null))
    case 'nothing':
      return notCarriedOut(empty())
    case 401:
      return unauthorized
    case 403:
    case 419:
    case 440:
      return json({ message: 'The session has ended' }, form)
  }
}
