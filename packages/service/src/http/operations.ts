import { createHash, timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { ResultAsync } from 'neverthrow'
import * as z from 'zod'
import type { Sync, SyncError } from '@siagh-sync/sync-core'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'
import { languageOf, spoken, spokenFailures } from './reader-language'

const kind = z.enum(['identity', 'invoice', 'quote'])
const id = z.guid().transform((guid) => guid.toLowerCase())
const reference = z.object({ kind, id })

const listQuery = z.object({
  kind: kind.exactOptional(),
  id: id.exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().exactOptional(),
})

const verdict = z.union([
  z.literal('not-created'),
  z.object({ created: z.object({ number: z.string().trim().min(1), code: z.string().trim().min(1) }) }),
])

/** An example, for a person who writes a call by hand. */
const VERDICT = '{"created":{"number":"…","code":"…"}}'

type ListQuery = z.output<typeof listQuery>
type Reference = z.output<typeof reference>

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

type Listing = { readonly filter: Pick<ListQuery, 'kind' | 'id'>; readonly page: Pick<ListQuery, 'limit' | 'after'> }

function listed(list: (request: Request, response: Response, listing: Listing) => unknown): RequestHandler {
  return (request, response) => {
    const query = listQuery.safeParse(request.query)
    if (query.success) {
      const { limit, after, ...filter } = query.data
      return list(request, response, { filter, page: { limit, ...(after !== undefined && { after }) } })
    }
    return refuse(request, response, serviceSaying('list_query_not_understood'))
  }
}

function about(act: (request: Request, response: Response, ref: Reference) => unknown): RequestHandler {
  return (request, response) => {
    const ref = reference.safeParse(request.params)
    if (ref.success) return act(request, response, ref.data)
    return refuse(request, response, serviceSaying('record_not_understood'))
  }
}

/** Sends the answer. `nothing`: the value which says that there was nothing to correct. */
async function answer(
  request: Request,
  response: Response,
  result: ResultAsync<unknown, SyncError>,
  nothing?: 'not_failed' | 'not_in_doubt',
): Promise<void> {
  const language = languageOf(request)
  await result.match(
    (value) => {
      if (nothing !== undefined && value === nothing) {
        response.status(404).json({ error: nothing, ...spoken(serviceSaying(nothing), language) })
      } else response.json(typeof value === 'string' ? { result: value } : value)
    },
    (error) => {
      if (error.retryable) response.set('retry-after', '5')
      if (isTooEarly(error)) response.set('retry-after', String(Math.ceil(error.waitMs / 1_000)))
      response.status(statusOf(error)).json({ error: error.kind, ...spoken(saidBy(error).message, language) })
    },
  )
}

/** A verdict `not-created` that came too early. */
function isTooEarly(error: SyncError): error is Extract<SyncError, { kind: 'in_doubt' }> & { readonly waitMs: number } {
  return error.kind === 'in_doubt' && error.waitMs !== undefined
}

/** 409: the verdict names the number or code of another document, or comes too early. */
function statusOf(error: SyncError): number {
  if (error.retryable) return 503
  return error.kind === 'ambiguous_match' || isTooEarly(error) ? 409 : 500
}

function refuse(request: Request, response: Response, saying: Saying): Response {
  return response.status(400).json({ error: 'invalid_request', ...spoken(saying, languageOf(request)) })
}
