/** A request whose body is in memory, so that it can be sent any number of times. */
export interface PreparedRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array | undefined
}

/**
 * Reads a request's body, once. Cheaper than `request.clone()` for each attempt, which copies the body through two streams, and
 * than handing a `Request` to fetch, which builds another one from it.
 */
export async function prepareRequest(request: Request): Promise<PreparedRequest> {
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer())
  return { url: request.url, method: request.method, headers: request.headers, body }
}

/** The same request with this `Authorization` header. */
export function withAuthorization(request: PreparedRequest, authorization: string): PreparedRequest {
  const headers = new Headers(request.headers)
  headers.set('authorization', authorization)
  return { ...request, headers }
}
