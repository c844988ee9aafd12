import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import { operations } from './operations'

/** What the HTTP side is made of. */
export interface AppOptions {
  readonly sync: Sync
  /** Each of them opens the webhooks. `undefined`: there are no webhooks. */
  readonly secrets?: readonly string[] | undefined
  /** `undefined`: there are no operator's endpoints. */
  readonly operatorToken?: string | undefined
  /** Whether `/webhook/crm/test` answers. */
  readonly webhookTest: boolean
  /** Whether this process does all that it is there for; until then `/readyz` is 503. */
  readonly isReady: () => boolean
  /** Whether it is about to end: `/readyz` is 503 then, and no connection is kept for the next request. */
  readonly isEnding: () => boolean
  readonly logger: Logger
}

/** The HTTP side: health, webhooks where there is a secret for them, and the operator's endpoints where there is a token. */
export function createApp(options: AppOptions): Express {
  const { sync, secrets, operatorToken, webhookTest, isReady, isEnding, logger } = options
  const app = express()
  app.disable('x-powered-by')
  app.use(helmet())
  app.use((_, response, next) => {
    if (isEnding()) response.set('connection', 'close')
    next()
  })
  if (secrets) app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secrets), test: webhookTest, logger }))
  app.get('/readyz', (_, response, next) => {
    if (isReady() && !isEnding()) next()
    else response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ status: 'unavailable' })
  })
  app.use(healthEndpoints({ sync }))
  if (operatorToken !== undefined) app.use('/operations', operations(sync, operatorToken))
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
