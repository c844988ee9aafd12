/** All that openapi-fetch and the transport look at in a request. */
export class RequestDraft {
  constructor(
    readonly url: string,
    readonly method: string,
    readonly headers: Headers,
    readonly body: string | undefined,
  ) {}
}

type Arguments = [input: string, init?: RequestInit]

/**
 * Stands in for `Request` in `createClient({ baseUrl, Request: LightRequest })`. The platform's builds two streams and an abort signal
 * that the transport has no use for. The headers are taken over, not copied: openapi-fetch makes them anew for each call. Not for
 * clients with middleware, which may look at more than URL, method and headers. A body that is no text gets a real `Request`.
 */
export const LightRequest: typeof Request = new Proxy(Request, {
  construct(Platform, [input, init = {}]: Arguments) {
    const { method = 'GET', headers, body } = init
    if (typeof body !== 'string' && body !== undefined && body !== null) return new Platform(input, init)
    return new RequestDraft(
      input,
      method,
      headers instanceof Headers ? headers : new Headers(headers),
      body ?? undefined,
    )
  },
})
