import { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { languageDetector } from 'hono/language'
import { serviceSaying } from '../messages/service-messages'
import { createAttempts } from './access/attempts'
import type { OwnAuth } from './access/ask-application'
import { COOKIE } from './access/identify'
import { onlyIdentified } from './access/only-identified'
import type { User } from './access/person'
import type { Sessions } from './access/sessions'
import { description } from './description'
import { refuse } from './kit/answers'
import type { ApiEnv } from './kit/api-env'
import { notUnderstood } from './kit/not-understood'
import { onlyJson } from './kit/only-json'
import { createLongRuns } from './runs/long-runs'
import { addEvents } from './routes/events'
import { addFailures } from './routes/failures'
import { addHeld } from './routes/held'
import { addHistory } from './routes/history'
import { addInDoubt } from './routes/in-doubt'
import { addRecords } from './routes/records'
import { addRuns } from './routes/runs'
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
  /** Ends every stream of events and all long work, because the process is about to stop. Resolves when the work has ended. */
  close(): Promise<void>
}

const BODY_BYTES = 1_024 * 1_024

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
  const { companies, users, auth, addressOf = () => 'unknown' } = options
  const names = companies.map(({ company }) => company)
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (read, context) => (read.success ? undefined : notUnderstood(context, read.error.issues)),
  })
  const at = api.basePath('/api')
  describeAccess(at)
  at.use(inLanguageOfReader, neverStored, bodyLimit({ maxSize: BODY_BYTES, onError: tooLong }))
  at.get('/openapi.json', (context) => context.json(at.getOpenAPI31Document(description)))
  const { sessions } = options
  if (auth === undefined) addSignIn(at, { users, sessions, attempts: createAttempts(), companies: names, addressOf })
  at.use(onlyIdentified(options), onlyJson)
  addSession(at, { sessions, companies: names })
  at.use('/companies/:company/*', ofCompany(companies))
  const close = addCompanyRoutes(at)
  api.notFound((context) => context.json({ error: 'not_found' }, 404))
  api.onError((error, context) => {
    if (error instanceof HTTPException && error.status < 500) return notUnderstood(context)
    options.logger.error({ error: error.name }, 'a call of the operator API failed')
    return context.json({ error: 'internal_error' }, 500)
  })
  return { fetch: (request, bindings) => api.fetch(request, bindings), close }
}

function tooLong(context: Context<ApiEnv>) {
  return notUnderstood(context)
}

function describeAccess({ openAPIRegistry }: OpenAPIHono<ApiEnv>): void {
  openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  const name = `__Host-${COOKIE}`
  openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name })
}

const neverStored = createMiddleware<ApiEnv>(async (context, next) => {
  await next()
  // A stream of events has set a weaker one.
  context.header('cache-control', 'no-store')
})

const ofCompany = (companies: readonly Sync[]) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    const sync = companies.find(({ company }) => company === context.req.param('company'))
    if (sync === undefined) return refuse(context, 404, 'unknown_company', serviceSaying('no_such_company'))
    context.set('sync', sync)
    await next()
  })

/** Returns what ends streams and long work. */
function addCompanyRoutes(api: OpenAPIHono<ApiEnv>): OperatorApi['close'] {
  addStatus(api)
  addFailures(api)
  addHistory(api)
  addRecords(api)
  addInDoubt(api)
  addHeld(api)
  const streams = addEvents(api)
  const runs = createLongRuns()
  addRuns(api, runs)
  return async () => {
    streams.close()
    await runs.close()
  }
}
