import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import type { Logger, Sync } from '@siagh-sync/sync-core'

/** What the HTTP side is made of. */
export interface AppOptions {
  readonly sync: Pick<Sync, 'receive' | 'status'>
  readonly secrets: readonly string[]
  /** Whether `/webhook/crm/test` answers. */
  readonly test: boolean
  /** Whether this process does all that it is there for; until then, and once it ends, `/readyz` is 503. */
  readonly isReady: () => boolean
  readonly logger: Logger
}

/** The path below which the CRM's webhooks come in. */
const WEBHOOK_PATH = '/webhook/crm'

/** The HTTP side: webhooks at `/webhook/crm/{identity,invoice,quote}`, and `/livez` and `/readyz`. */
export function createApp({ sync, secrets, test, isReady, logger }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(helmet())
  app.use(WEBHOOK_PATH, crmWebhooks({ sync, auth: sharedSecret(secrets), test, logger }))
  app.get('/readyz', (_, response, next) => {
    if (isReady()) next()
    else response.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).json({ status: 'unavailable' })
  })
  app.use(healthEndpoints({ sync }))
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
    logger.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a request failed')
    response.status(500).json({ error: 'internal_error' })
  }
}
