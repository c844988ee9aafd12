import { Router } from 'express'
import { plainWebhooks, type CrmWebhooksOptions } from '@siagh-sync/webhooks'
import { plainRequestOf } from './plain-request-of'
import { send } from './send'

/**
 * A router that takes the CRM's webhooks on `/identity`, `/invoice` and `/quote`, by GET and by POST, and answers 202
 * when the change is on disk. It answers every path below its mount point, needs no parser of the application, and
 * passes no error on. Throws when `sync` or `auth` is missing.
 *
 * @example
 * app.use('/webhook/crm', crmWebhooks({ sync, auth: sharedSecret(secret), logger }))
 */
export function crmWebhooks(options: CrmWebhooksOptions): Router {
  const answer = plainWebhooks(options)
  const router = Router()
  // One layer for all paths: the application's own 404 page would repeat the path, with a secret in it.
  router.use(async (req, res) => send(res, await answer(plainRequestOf(req, res))))
  return router
}
