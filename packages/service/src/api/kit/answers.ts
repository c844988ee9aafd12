import type { z } from '@hono/zod-openapi'
import type { SyncError } from '@siagh-sync/sync-core'
import { saidBy, type Saying } from '@siagh-sync/sync-core/messages'
import type { Context } from 'hono'
import { serviceSaying } from '../../messages/service-messages'
import type { ApiEnv } from './api-env'
import { json } from './json'
import { problem } from './schemas'
import { spoken } from './spoken'

/** An answer that says why nothing was done. */
export const why = (description: string) => json(problem, description)

/**
 * The answers of a call: what it returns if all is well, and why it may do nothing. The statuses stand in one literal,
 * because a spread would make texts of them, and the compiler would not check the handlers any more.
 */
export const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: json(schema, description),
  400: why('The request is not understood.'),
  401: why('Nobody is signed in, or the token is wrong.'),
  403: why('This person may not do this.'),
  404: why('There is no such company or record, or nothing to correct.'),
  409: why('It cannot be done now, or the verdict names what belongs to another document.'),
  500: why('An error of siagh-sync.'),
  503: why('The store or a server does not answer. `Retry-After` says when to ask again.'),
})

/** An answer that says why nothing was done. */
export function refuse<Status extends 400 | 401 | 403 | 404 | 409 | 429 | 503>(
  context: Context<ApiEnv>,
  status: Status,
  error: string,
  saying: Saying,
) {
  return context.json({ error, ...spoken(saying, context.get('language')) }, status)
}

/** The answer to an error of the core. */
export function failed(context: Context<ApiEnv>, error: SyncError) {
  if (error.retryable) context.header('retry-after', '5')
  if (isTooEarly(error)) context.header('retry-after', String(Math.ceil(error.waitMs / 1_000)))
  const body = { error: error.kind, ...spoken(saidBy(error).message, context.get('language')) }
  if (error.retryable) return context.json(body, 503)
  // The verdict names the number or code of another document, or comes too early.
  if (error.kind === 'ambiguous_match' || isTooEarly(error)) return context.json(body, 409)
  return context.json(body, 500)
}

/** A verdict `not-created` that came too early. */
function isTooEarly(error: SyncError): error is Extract<SyncError, { kind: 'in_doubt' }> & { readonly waitMs: number } {
  return error.kind === 'in_doubt' && error.waitMs !== undefined
}

/** The answer where there is nothing to correct. */
export function nothingToCorrect(context: Context<ApiEnv>, why: 'not_failed' | 'not_in_doubt' | 'not_held') {
  return refuse(context, 404, why, serviceSaying(why))
}
