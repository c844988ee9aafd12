import express, { type ErrorRequestHandler, type Express, type Router } from 'express'
import helmet from 'helmet'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import { statusOfAll } from './status-of-all'

/** The HTTP side of one company. */
export interface AppCompany {
  readonly sync: Pick<Sync, 'receive' | 'status'>
  /** Each of them opens the webhooks. None: there are no webhooks. */
  readonly secrets: readonly string[]
  /** Nothing, or, of one of several companies, `/<name>`: the webhooks come in at `/webhook/crm<mount>`. */
  readonly mount: string
}

/** What the HTTP side is made of. */
export interface AppOptions {
  readonly companies: readonly AppCompany[]
  /** `undefined`: there is no operator API. */
  readonly operatorApi?: Router | undefined
  /** Whether `/webhook/crm/test` answers. */
  readonly test: boolean
  /** Whether this process does all that it is there for; until then `/readyz` is 503. */
  readonly isReady: () => boolean
  /** Whether it is about to end: `/readyz` is 503 then, and no connection is kept for the next request. */
  readonly isEnding: () => boolean
  readonly logger: Logger
}

/** The HTTP side: health, webhooks of the companies that have a secret for them, and the operator API where there is one. */
export function createApp({ companies, operatorApi, test, isReady, isEnding, logger }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(helmet())
  app.use((_, response, next) => {
    if (isEnding()) response.set('connection', 'close')
    next()
  })
  for (const { sync, secrets, mount } of companies) {
    if (secrets.length === 0) continue
    app.use(`/webhook/crm${mount}`, crmWebhooks({ sync, auth: sharedSecret(secrets), test, logger }))
  }
  app.get('/readyz', (_, response, next) => {
    if (isReady() && !isEnding()) next()
    else response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ status: 'unavailable' })
  })
  app.use(healthEndpoints({ sync: { status: () => statusOfAll(companies.map(({ sync }) => sync)) } }))
  if (operatorApi) app.use('/operations', operatorApi)
  app.use((_, response) => {
    response.status(404).json({ error: 'not_found' })
  })
  app.use(hideErrors(logger))
  return app
}

/** Express shows the stack of an error to whoever asked, unless it is told not to. */
function hideErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const status = statusOf(error)
    if (status >= 500)
      logger.error({ status, error: error instanceof Error ? error.name : 'unknown' }, 'a request failed')
    response.status(status).json({ error: status >= 500 ? 'internal_error' : 'invalid_request' })
  }
}

/** What the parsers of Express refuse carries its status; everything else is our bug. */
function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
