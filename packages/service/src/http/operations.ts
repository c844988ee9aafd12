import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type RequestHandler, type Router } from 'express'
import * as z from 'zod'
import type { Sync } from '@siagh-sync/sync-core'
import { serviceSaying } from '../messages/service-messages'
import { heldOperations } from './held-operations'
import { about, answer, listed, refuse } from './operation-kit'
import { languageOf, spokenFailures } from './reader-language'

const verdict = z.union([
  z.literal('not-created'),
  z.object({ created: z.object({ number: z.string().trim().min(1), code: z.string().trim().min(1) }) }),
])

/** An example, for a person who writes a call by hand. */
const VERDICT = '{"created":{"number":"…","code":"…"}}'

/** A company, and the path of its calls: empty, or `/<name>` for one of several. */
interface MountedSync {
  readonly sync: Sync
  readonly mount: string
}

/**
 * The API for the person who looks after the synchronisation: status, failures, history, and one call to correct each
 * kind of problem. 401 without the token, 400 for a request that is not understood, 404 if there is nothing to
 * correct, 503 while the store or the record is not available. With several companies, the path begins with the
 * company: `/tehran/status`. Messages are in the language of `?lang=fa` or `Accept-Language`, with a code that is the
 * same in both languages.
 */
export function operatorApi(companies: readonly MountedSync[], token: string): Router {
  const router = express.Router()
  router.use(onlyWith(token), (_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  for (const { sync, mount } of companies) router.use(mount || '/', operationsOf(sync))
  return router
}

function operationsOf(sync: Sync): Router {
  const router = express.Router()
  router.get('/status', (request, response) => answer(request, response, sync.status()))
  router.get(
    '/failures',
    listed((request, response, { filter, page }) => {
      const language = languageOf(request)
      const failures = sync.failures(filter, page).map((found) => spokenFailures(found, language))
      return answer(request, response, failures)
    }),
  )
  router.get(
    '/history',
    listed((request, response, { filter, page }) => answer(request, response, sync.history(filter, page))),
  )
  heldOperations(router, sync)
  router.post(
    '/retry/:kind/:id',
    about((request, response, ref) => answer(request, response, sync.retry(ref), 'not_failed')),
  )
  router.post(
    '/settle/:kind/:id',
    express.json({ strict: false }),
    about((request, response, ref) => {
      const found = verdict.safeParse(request.body)
      if (!found.success)
        return refuse(request, response, serviceSaying('verdict_not_understood', { example: VERDICT }))
      return answer(request, response, sync.settleInDoubt(ref, found.data), 'not_in_doubt')
    }),
  )
  return router
}

function onlyWith(token: string): RequestHandler {
  // Digests have equal lengths, which timingSafeEqual needs.
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(`Bearer ${token}`)
  return (request, response, next) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) next()
    else response.status(401).set('www-authenticate', 'Bearer').json({ error: 'unauthorized' })
  }
}
