import type { IncomingMessage, ServerResponse } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import { statusOfAll } from './status-of-all'

/** The HTTP side of one company. */
export interface AppCompany {
  readonly sync: Pick<Sync, 'receive' | 'status'>
  /** Secrets. Each of them opens the webhooks. Empty: there are no webhooks. */
  readonly secrets: readonly string[]
  /** Empty, or `/<name>` for one of several companies. The webhooks come in at `/webhook/crm<mount>`. */
  readonly mount: string
  /** Sees each webhook before the webhooks' router does. Absent: nothing is recorded. */
  readonly recordWebhooks?: RequestHandler | undefined
}

/** The parts of the HTTP side. */
export interface AppOptions {
  readonly companies: readonly AppCompany[]
  /** `undefined`: there is no operator API. */
  readonly operatorApi?: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined
  /** Whether `/webhook/crm/test` exists. */
  readonly test: boolean
  /** Whether all parts of this process have started. Until then `/readyz` is 503. */
  readonly isReady: () => boolean
  /** Whether this process is about to end. Then `/readyz` is 503, and connections are closed after each answer. */
  readonly isEnding: () => boolean
  readonly logger: Logger
}

/**
 * Creates the HTTP side: health, the webhooks of companies that have a secret, and the operator API if there is one.
 */
export function createApp({ companies, operatorApi, test, isReady, isEnding, logger }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use((_, response, next) => {
    if (isEnding()) response.set('connection', 'close')
    next()
  })
  for (const { sync, secrets, mount, recordWebhooks } of companies) {
    if (secrets.length === 0) continue
    if (recordWebhooks !== undefined) app.use(`/webhook/crm${mount}`, recordWebhooks)
    app.use(`/webhook/crm${mount}`, crmWebhooks({ sync, auth: sharedSecret(secrets), test, logger }))
  }
  // After the webhooks: the CRM is no browser, and these headers cost about a tenth of a webhook's time.
  app.use(helmet())
  app.get('/readyz', (_, response, next) => {
    if (isReady() && !isEnding()) next()
    else response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ status: 'unavailable' })
  })
  app.use(healthEndpoints({ sync: { status: () => statusOfAll(companies.map(({ sync }) => sync)) } }))
  if (operatorApi) {
    app.use((request, response, next) => {
      if (/^\/api(\/|$)/.test(request.path)) void operatorApi(request, response)
      else next()
    })
  }
  app.use((_, response) => {
    response.status(404).json({ error: 'not_found' })
  })
  app.use(hideErrors(logger))
  return app
}

/** Without this handler, Express shows the stack of an error to the caller. */
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

/** Errors of Express's parsers have a status. Every other error is our bug. */
function statusOf(error: unknown): number {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
