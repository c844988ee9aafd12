import type { Request, RequestHandler, Response } from 'express'
import type { ResultAsync } from 'neverthrow'
import * as z from 'zod'
import type { EntityKind, SyncError } from '@siagh-sync/sync-core'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import { serviceSaying } from '../messages/service-messages'
import { languageOf, spoken } from './reader-language'

const kind = z.enum({ identity: 'identity', invoice: 'invoice', quote: 'quote' } satisfies {
  [Kind in EntityKind]: Kind
})
const id = z.guid().transform((guid) => guid.toLowerCase())
const reference = z.object({ kind, id })

const listQuery = z.object({
  kind: kind.exactOptional(),
  id: id.exactOptional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().exactOptional(),
})

type ListQuery = z.output<typeof listQuery>
type Reference = z.output<typeof reference>

type Listing = { readonly filter: Pick<ListQuery, 'kind' | 'id'>; readonly page: Pick<ListQuery, 'limit' | 'after'> }

/** A call that lists: its query is checked first. */
export function listed(list: (request: Request, response: Response, listing: Listing) => unknown): RequestHandler {
  return (request, response) => {
    const query = listQuery.safeParse(request.query)
    if (query.success) {
      const { limit, after, ...filter } = query.data
      return list(request, response, { filter, page: { limit, ...(after !== undefined && { after }) } })
    }
    return refuse(request, response, serviceSaying('list_query_not_understood'))
  }
}

/** A call about one record: its path is checked first. */
export function about(act: (request: Request, response: Response, ref: Reference) => unknown): RequestHandler {
  return (request, response) => {
    const ref = reference.safeParse(request.params)
    if (ref.success) return act(request, response, ref.data)
    return refuse(request, response, serviceSaying('record_not_understood'))
  }
}

/** The values which say that there was nothing to correct. */
type Nothing = 'not_failed' | 'not_in_doubt' | 'not_held'

/** Sends the answer. `nothing`: the value which says that there was nothing to correct. */
export async function answer(
  request: Request,
  response: Response,
  result: ResultAsync<unknown, SyncError>,
  nothing?: Nothing,
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

/** Answers 400 with a sentence that says what is not understood. */
export function refuse(request: Request, response: Response, saying: Saying): Response {
  return response.status(400).json({ error: 'invalid_request', ...spoken(saying, languageOf(request)) })
}
