/** A request with its body in memory, so that it can be sent several times. */
export interface RepeatableRequest {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
}

/** Reads the text body of a request. The body of a `Request` can be sent only once. */
export async function readRequest(request: Request): Promise<RepeatableRequest> {
  const body = request.body === null ? undefined : await request.text()
  return { url: request.url, method: request.method, headers: request.headers, body }
}

/** Sets the `Authorization` header of a request. */
export function authorize(request: RepeatableRequest, authorization: string): void {
  request.headers.set('authorization', authorization)
}
