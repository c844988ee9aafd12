import { Router } from 'express'
import type { Sync } from '@siagh-sync/sync-core'
import { send, storeUnavailable, type Answer } from './answer'

/**
 * A router with `/livez` (200 while the process answers) and `/readyz` (200 while the store answers, 503 otherwise).
 * A server that is away does not make this one unready: what it is told is kept. The answers hold counts and the
 * names of servers that are away, and nothing about any record.
 */
export function healthEndpoints({ sync }: { readonly sync: Pick<Sync, 'status'> }): Router {
  const router = Router()
  router.get('/livez', (_req, res) => send(res, { status: 200, body: { status: 'live' } }))
  router.get('/readyz', async (_req, res) => send(res, await readiness(sync).catch(() => notReady)))
  return router
}

const notReady: Answer = { ...storeUnavailable, body: { status: 'unavailable' } }

async function readiness(sync: Pick<Sync, 'status'>): Promise<Answer> {
  const status = await sync.status()
  return status.match(
    ({ pending, failed, inDoubt, running, away }) => ({
      status: 200,
      body: { status: 'ready', pending, failed, inDoubt, running, away: away.map(({ system }) => system) },
    }),
    () => notReady,
  )
}
