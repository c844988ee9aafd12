import { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { languageDetector } from 'hono/language'
import { serviceSaying } from '../messages/service-messages'
import { createAttempts } from './access/attempts'
import { COOKIE, CSRF_HEADER, identify, type OwnAuth, type Unidentified } from './access/identify'
import type { User } from './access/person'
import type { Sessions } from './access/sessions'
import { description } from './description'
import { failed, refuse } from './kit/answers'
import type { ApiEnv } from './kit/api-env'
import { addEvents } from './routes/events'
import { addFailures } from './routes/failures'
import { addHeld } from './routes/held'
import { addHistory } from './routes/history'
import { addInDoubt } from './routes/in-doubt'
import { addRecords } from './routes/records'
import { addSession, addSignIn } from './routes/session'
import { addStatus } from './routes/status'

/** The parts of the operator API. */
export interface ApiOptions {
  readonly companies: readonly Sync[]
  readonly sessions: Sessions
  readonly users: readonly User[]
  /** A secret that opens the API to machines. */
  readonly token?: string | undefined
  /** The application's own sign-in, in place of `users`. */
  readonly auth?: OwnAuth | undefined
  readonly logger: Logger
  /** The address of a caller, for the limit of tries. Default: all callers count as one. */
  readonly addressOf?: (context: Context) => string
}

/** The operator API, on the Fetch standard. */
export interface OperatorApi {
  /** Answers a request to `/api`. `bindings`: what the listener of the HTTP server knows of the request. */
  fetch(request: Request, bindings?: object): Response | Promise<Response>
  /** Ends every stream of events, because the process is about to stop. */
  close(): void
}

const BODY_BYTES = 64 * 1_024

const inLanguageOfReader = languageDetector({
  order: ['querystring', 'header'],
  lookupQueryString: 'lang',
  supportedLanguages: ['en', 'fa'],
  fallbackLanguage: 'en',
  caches: false,
})

/**
 * The API for the people who look after the synchronisation, and for their page and their programs. `GET
 * /api/openapi.json` describes it. Answers are in the language of `?lang=fa` or `Accept-Language`.
 */
export function createApi(options: ApiOptions): OperatorApi {
  const { companies, sessions, users, token, auth, logger, addressOf = () => 'unknown' } = options
  const names = companies.map(({ company }) => company)
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (read, context) => (read.success ? undefined : notUnderstood(context, fieldsOf(read.error))),
  })
  const at = api.basePath('/api')

  at.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  at.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: `__Host-${COOKIE}`,
  })
  at.use(inLanguageOfReader, async (context, next) => {
    await next()
    // A stream of events has set a weaker one.
    context.header('cache-control', 'no-store')
  })
  at.use(bodyLimit({ maxSize: BODY_BYTES, onError: (context) => notUnderstood(context) }))
  at.get('/openapi.json', (context) => context.json(at.getOpenAPI31Document(description)))
  if (auth === undefined) {
    addSignIn(at, { users, sessions, attempts: createAttempts(), companies: names, addressOf })
  }
  at.use(async (context, next) => {
    const found = await identify(context, { token, auth, sessions })
    if (found.isErr()) return notIdentified(context, found.error)
    const { role } = found.value
    const isLook = ['GET', 'HEAD'].includes(context.req.method) || context.req.path === '/api/session'
    if (!isLook && role !== 'operator') return refuse(context, 403, 'viewer', serviceSaying('viewer_only_looks'))
    context.set('person', found.value)
    return next()
  })
  addSession(at, { sessions, companies: names })
  at.use('/companies/:company/*', async (context, next) => {
    const sync = companies.find(({ company }) => company === context.req.param('company'))
    if (sync === undefined) return refuse(context, 404, 'unknown_company', serviceSaying('no_such_company'))
    context.set('sync', sync)
    return next()
  })
  addStatus(at)
  addFailures(at)
  addHistory(at)
  addInDoubt(at)
  addHeld(at)
  addRecords(at)
  const streams = addEvents(at)
  api.notFound((context) => context.json({ error: 'not_found' }, 404))
  api.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500) return notUnderstood(context)
    logger.error({ error: error.name }, 'a call of the operator API failed')
    return context.json({ error: 'internal_error' }, 500)
  })
  return { fetch: (request, bindings) => api.fetch(request, bindings), close: () => streams.close() }
}

/** `fields`: what of the request is wrong. Empty: its body is no JSON, or too long. */
function notUnderstood(context: Context<ApiEnv>, fields: readonly string[] = []) {
  const saying =
    fields.length === 0
      ? serviceSaying('body_not_understood')
      : serviceSaying('request_not_understood', { fields: fields.join(', ') })
  return refuse(context, 400, 'invalid_request', saying)
}

function fieldsOf({ issues }: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }): string[] {
  return [...new Set(issues.map(({ path }) => path.map(String).join('.') || 'body'))]
}

function notIdentified(context: Context<ApiEnv>, error: Unidentified) {
  switch (error.kind) {
    case 'store_unavailable':
      return failed(context, error)
    case 'foreign_page':
      return refuse(context, 403, 'foreign_page', serviceSaying('call_of_foreign_page', { header: CSRF_HEADER }))
    case 'unknown':
      context.header('www-authenticate', 'Bearer')
      return refuse(context, 401, 'unauthorized', serviceSaying('not_signed_in'))
  }
}
