import type { Sync } from '@siagh-sync/sync-core'
import { fetchResponse } from './fetch-response'
import {
  methodNotAllowed,
  notFound,
  plainResponse,
  storeUnavailable,
  type PlainResponse,
  type WebhookAnswer,
} from './plain-response'

/** The options of the health endpoints. */
export interface HealthOptions {
  readonly sync: Pick<Sync, 'status'>
}

/**
 * Answers `/livez` (200 while the process answers) and `/readyz` (200 while the store answers, 503 otherwise), as the
 * last segment of the path, by GET and HEAD. The process stays ready while Siagh or the CRM is away, because it keeps
 * what it accepts. The answers hold counts, the mode, and the names of servers that are away, and nothing about
 * any record.
 */
export function healthEndpoints(options: HealthOptions): (request: Request) => Promise<Response> {
  return async (request) => fetchResponse(await answerAt(request, options), request.method)
}

async function answerAt({ url, method }: Request, options: HealthOptions): Promise<PlainResponse> {
  const [, name] = /\/(livez|readyz)\/?$/i.exec(new URL(url).pathname) ?? []
  if (name === undefined) return plainResponse(notFound)
  if (method !== 'GET' && method !== 'HEAD') return plainResponse(methodNotAllowed('GET, HEAD'))
  return name.toLowerCase() === 'livez' ? livez() : readyz(options)
}

/** The answer of `/livez`. */
export function livez(): PlainResponse {
  return plainResponse({ status: 200, body: { status: 'live' } })
}

/** The answer of `/readyz`. The promise never rejects. */
export async function readyz({ sync }: HealthOptions): Promise<PlainResponse> {
  return plainResponse(await readiness(sync).catch(() => notReady))
}

const notReady: WebhookAnswer = { ...storeUnavailable, body: { status: 'unavailable' } }

async function readiness(sync: HealthOptions['sync']): Promise<WebhookAnswer> {
  const status = await sync.status()
  return status.match(
    ({ mode, hold, pending, failed, inDoubt, running, away }) => ({
      status: 200,
      body: { status: 'ready', mode, hold, pending, failed, inDoubt, running, away: away.map(({ system }) => system) },
    }),
    () => notReady,
  )
}
