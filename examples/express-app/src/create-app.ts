import express, { type Express } from 'express'
import helmet from 'helmet'
import { crmWebhooks, healthEndpoints, sharedSecret } from '@siagh-sync/adapter-express'
import type { Logger, Sync } from '@siagh-sync/sync-core'
import { operations } from './operations'

export interface AppOptions {
  readonly sync: Sync
  readonly secrets: readonly string[]
  readonly operatorToken?: string | undefined
  readonly webhookTest: boolean
  readonly logger: Logger
}

/** The HTTP side: webhooks, health, and the operator's endpoints where there is a token for them. */
export function createApp({ sync, secrets, operatorToken, webhookTest, logger }: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secrets), test: webhookTest, logger }))
  app.use(helmet())
  app.use(healthEndpoints({ sync }))
  if (operatorToken !== undefined) app.use('/operations', operations(sync, operatorToken))
  return app
}
