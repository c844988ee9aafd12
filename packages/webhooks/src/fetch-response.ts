import type { PlainResponse } from './plain-response'

/** The `Response` to a request with this method. An answer to HEAD has no body. */
export function fetchResponse({ status, headers, body }: PlainResponse, method: string): Response {
  return new Response(method === 'HEAD' ? null : body, { status, headers })
}
