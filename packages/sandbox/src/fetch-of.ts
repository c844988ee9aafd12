import type { AnswerOrFailure } from './answer'
import type { Incoming } from './serve'

/** A server and where it stands. */
interface Standing {
  readonly baseUrl: string
  readonly serve: (incoming: Incoming) => Promise<AnswerOrFailure>
}

/** Text and bytes are enough: nobody sends anything else to these servers. */
const textOf = (body: RequestInit['body']): string => {
  if (body === undefined || body === null) return ''
  if (typeof body === 'string') return body
  if (body instanceof Uint8Array) return new TextDecoder().decode(body)
  throw new TypeError('The body must be text or bytes')
}

const bytesIn = (body: string | Uint8Array): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength

/** Rejects as the platform's `fetch` does, with the code where undici puts it. */
const toResponse = (ended: AnswerOrFailure): Response => {
  if ('failure' in ended) throw new TypeError('fetch failed', { cause: { code: ended.failure } })
  const { status, body, headers } = ended
  return new Response(body, { status, headers: { ...headers, 'content-length': String(bytesIn(body)) } })
}

/** A `fetch` that reaches these servers and nothing else. A call is taken in before `fetch` returns. */
export const fetchOf =
  (servers: readonly Standing[]): typeof globalThis.fetch =>
  async (input, init = {}) => {
    const url = input instanceof Request ? input.url : String(input)
    const server = servers.find(({ baseUrl }) => url.startsWith(`${baseUrl}/`))
    if (server === undefined) throw new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })
    const incoming = {
      method: init.method ?? 'GET',
      path: new URL(url).pathname.slice(new URL(server.baseUrl).pathname.replace(/\/$/, '').length),
      authorization: new Headers(init.headers).get('authorization'),
      body: textOf(init.body),
    }
    return toResponse(await server.serve(incoming))
  }
