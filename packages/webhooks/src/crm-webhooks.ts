import { fetchResponse } from './fetch-response'
import type { PlainRequest } from './plain-request'
import { plainWebhooks, type CrmWebhooksOptions } from './plain-webhooks'
import { readFetchBody } from './read-fetch-body'

/** The facts about the connection that a `Request` does not hold. */
export interface Connection {
  /**
   * The IP address at the other end of the connection, which may be a reverse proxy. `allowIps` needs it and refuses
   * every request without it.
   */
  readonly remoteAddress?: string | undefined
}

/**
 * Takes the CRM's webhooks, as a function from a `Request` to its `Response`. The last segment of the path is
 * `identity`, `invoice`, `quote` or `test`; the segments before it do not matter. GET and POST are accepted. The
 * answer is 202 when the change is on disk. The promise never rejects. Throws when `sync` or `auth` is missing.
 *
 * @example
 * const handle = crmWebhooks({ sync, auth: sharedSecret(secret), logger })
 * app.all('/webhook/crm/*', (context) => handle(context.req.raw))
 */
export function crmWebhooks(
  options: CrmWebhooksOptions,
): (request: Request, connection?: Connection) => Promise<Response> {
  const answer = plainWebhooks(options)
  return async (request, connection = {}) =>
    fetchResponse(await answer(plainRequestOf(request, connection)), request.method)
}

function plainRequestOf(request: Request, { remoteAddress }: Connection): PlainRequest {
  const { pathname, search } = new URL(request.url)
  return {
    method: request.method,
    path: pathname,
    query: search,
    headers: Object.fromEntries(request.headers),
    remoteAddress,
    readBody: (limit) => readFetchBody(request, limit),
  }
}
