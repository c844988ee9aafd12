import { RequestDraft } from './light-request'

/** A request whose body is in memory, so that it can be sent any number of times. */
export interface PreparedRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | Uint8Array | undefined
}

/**
 * Reads a request's body, once. Cheaper than `request.clone()` for each attempt, which copies the body through two streams, and
 * than handing a `Request` to fetch, which builds another one from it.
 */
export async function prepareRequest(request: Request): Promise<PreparedRequest> {
  if (request instanceof RequestDraft) return request
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
  return { url: request.url, method: request.method, headers: request.headers, body }
}

/** Puts this `Authorization` header into a request, in place of one that is there. */
export function authorize(request: PreparedRequest, authorization: string): void {
  request.headers.set('authorization', authorization)
}
