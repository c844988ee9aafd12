import { Router } from 'express'
import { livez, readyz, type HealthOptions } from '@siagh-sync/webhooks'
import { send } from './send'

/**
 * A router with `/livez` (200 while the process answers) and `/readyz` (200 while the store answers, 503 otherwise).
 * Other paths are left to the application.
 */
export function healthEndpoints(options: HealthOptions): Router {
  const router = Router()
  router.get('/livez', (_req, res) => send(res, livez()))
  router.get('/readyz', async (_req, res) => send(res, await readyz(options)))
  return router
}
