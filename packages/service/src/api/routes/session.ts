import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { StoreUnavailable } from '@siagh-sync/sync-core'
import { saidBy } from '@siagh-sync/sync-core/messages'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Attempts } from '../access/attempts'
import { COOKIE } from '../access/identify'
import { isPassword } from '../access/password-hash'
import { foldName, type User } from '../access/person'
import { csrfToken, SESSION_SECONDS, type Sessions } from '../access/sessions'
import { serviceSaying } from '../../messages/service-messages'
import { answers, failed, refuse, why } from '../kit/answers'
import type { ApiEnv } from '../kit/api-env'
import { json } from '../kit/json'

const session = z
  .object({
    name: z.string(),
    role: z.enum(['viewer', 'operator']),
    companies: z.array(z.string()).readonly().openapi({ description: 'For the paths below `/companies`.' }),
    csrfToken: z
      .string()
      .optional()
      .openapi({ description: 'For the header `x-csrf-token` of every call that changes something, with a cookie.' }),
  })
  .openapi('Session')

const signIn = createRoute({
  operationId: 'signIn',
  method: 'post',
  path: '/session',
  summary: 'Sign in with a name and a password',
  description: 'Sets the cookie `__Host-siagh-sync`, which a browser keeps only over HTTPS or on `localhost`.',
  tags: ['Sign in'],
  security: [],
  request: {
    body: {
      ...json(z.object({ name: z.string().max(200), password: z.string().min(1).max(1_000) }), 'Who signs in.'),
      required: true,
    },
  },
  responses: {
    200: json(session, 'Who is signed in now.'),
    400: why('The request is not understood.'),
    401: why('The name or the password is wrong.'),
    429: why('Too many tries. `Retry-After` says how long to wait.'),
    503: why('The store does not answer.'),
  },
})

const showSession = createRoute({
  operationId: 'showSession',
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  tags: ['Sign in'],
  responses: answers(session, 'Who is signed in.'),
})

const signOut = createRoute({
  operationId: 'signOut',
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  tags: ['Sign in'],
  responses: answers(z.object({ result: z.literal('signed_out') }), 'The session has ended.'),
})

/** What signing in works with. */
export interface SignIn {
  readonly users: readonly User[]
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly companies: readonly string[]
  /** The address of the caller, for the limit of tries. */
  readonly addressOf: (context: Context) => string
}

/** Signing in, which needs no session. */
export function addSignIn(api: OpenAPIHono<ApiEnv>, { users, sessions, attempts, companies, addressOf }: SignIn): void {
  api.openapi(signIn, async (context) => {
    const { name, password } = context.req.valid('json')
    const [folded, address] = [foldName(name), addressOf(context)]
    const seconds = await attempts.count(folded, address)
    if (seconds > 0) return tooMany(context, seconds)
    const user = users.find((each) => foldName(each.name) === folded)
    const isRight = await attempts.inTurn(() => isPassword(password, user?.passwordHash))
    if (isRight === undefined) return tooMany(context, SECONDS_IN_LINE)
    if (!isRight || user === undefined) return refuse(context, 401, 'wrong_password', serviceSaying('wrong_sign_in'))
    await attempts.forget(folded, address)
    const begun = await sessions.begin(user)
    if (begun.isErr()) return failedStore(context, begun.error)
    const token = begun.value
    setCookie(context, COOKIE, token, { ...COOKIE_OPTIONS, maxAge: SESSION_SECONDS })
    return context.json({ name: user.name, role: user.role, companies, csrfToken: csrfToken(token) }, 200)
  })
}

/** The session of somebody who is signed in. */
export function addSession(
  api: OpenAPIHono<ApiEnv>,
  { sessions, companies }: Pick<SignIn, 'sessions' | 'companies'>,
): void {
  api.openapi(showSession, (context) => {
    const token = getCookie(context, COOKIE, 'host')
    const proof = token === undefined ? {} : { csrfToken: csrfToken(token) }
    const { name, role } = context.get('person')
    return context.json({ name, role, companies, ...proof }, 200)
  })
  api.openapi(signOut, async (context) => {
    const token = getCookie(context, COOKIE, 'host')
    const ended = token === undefined ? undefined : await sessions.end(token)
    if (ended?.isErr()) return failed(context, ended.error)
    deleteCookie(context, COOKIE, COOKIE_OPTIONS)
    return context.json({ result: 'signed_out' as const }, 200)
  })
}

const SECONDS_IN_LINE = 5

const COOKIE_OPTIONS = { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' } as const

function tooMany(context: Context<ApiEnv>, seconds: number) {
  context.header('retry-after', String(seconds))
  return refuse(context, 429, 'too_many_tries', serviceSaying('too_many_tries', { minutes: Math.ceil(seconds / 60) }))
}

function failedStore(context: Context<ApiEnv>, error: StoreUnavailable) {
  context.header('retry-after', '5')
  return refuse(context, 503, error.kind, saidBy(error).message)
}
