import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { ResultAsync } from 'neverthrow'
import { z } from 'zod'
import type { EntityKind, Sync } from '@siagh-sync/sync-core'

const kind = z.enum(['identity', 'invoice', 'quote'])
const filter = z.object({ kind: kind.optional(), id: z.string().optional() })
const verdict = z.union([
  z.literal('not-created'),
  z.object({ created: z.object({ number: z.string().min(1), code: z.string().min(1) }) }),
])

/** For the person who looks after the synchronisation: how it stands, what failed, and one call each to mend it. */
export function operations(sync: Sync, token: string): Router {
  const router = express.Router()
  router.use(bearer(token))
  router.get('/status', (_, response) => answer(response, sync.status()))
  router.get('/failures', (request, response) => withFilter(request, response, (wanted) => sync.failures(wanted)))
  router.get('/history', (request, response) => withFilter(request, response, (wanted) => sync.history(wanted)))
  router.post('/retry/:kind/:id', (request, response) => withRef(request, response, (ref) => sync.retry(ref)))
  router.post('/settle/:kind/:id', express.json({ strict: false }), (request, response) => {
    const found = verdict.safeParse(request.body)
    if (!found.success) return refuse(response, 'the body must be "not-created" or {"created":{"number":"…","code":"…"}}')
    return withRef(request, response, (ref) => sync.settleInDoubt(ref, found.data))
  })
  return router
}

function bearer(token: string): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(`Bearer ${token}`)
  return (request, response, next) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) next()
    else response.status(401).json({ error: 'unauthorized' })
  }
}

type Ref = { readonly kind: EntityKind; readonly id: string }

function withRef(request: Request, response: Response, act: (ref: Ref) => ResultAsync<unknown, object>): unknown {
  const ref = z.object({ kind, id: z.guid() }).safeParse(request.params)
  return ref.success ? answer(response, act(ref.data)) : refuse(response, 'kind is identity, invoice or quote; id is a GUID')
}

type Filter = { kind?: EntityKind; id?: string }

function withFilter(request: Request, response: Response, list: (wanted: Filter) => ResultAsync<unknown, object>): unknown {
  const wanted = filter.safeParse(request.query)
  if (!wanted.success) return refuse(response, 'kind is identity, invoice or quote')
  const given = Object.entries(wanted.data).filter(([, value]) => value !== undefined)
  return answer(response, list(Object.fromEntries(given)))
}

async function answer(response: Response, result: ResultAsync<unknown, object>): Promise<void> {
  await result.match(
    (value) => response.json(value),
    (error) => response.status(503).json({ error: 'kind' in error ? error.kind : 'unknown' }),
  )
}

function refuse(response: Response, message: string): void {
  response.status(400).json({ error: 'invalid_request', message })
}
