/** A request whose body is in memory, so that it can be sent any number of times. */
export interface RepeatableRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
}

/** Reads a request's body, which is text, once: the body of a `Request` can be sent only once. */
export async function readRequest(request: Request): Promise<RepeatableRequest> {
  const body = request.body === null ? undefined : await request.text()
  return { url: request.url, method: request.method, headers: request.headers, body }
}

/** Puts this `Authorization` header into a request, in place of one that is there. */
export function authorize(request: RepeatableRequest, authorization: string): void {
  request.headers.set('authorization', authorization)
}
