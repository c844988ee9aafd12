import { ok } from 'neverthrow'
import createClient from 'openapi-fetch'
import { createTransport, type Call, type TransportEvent, type TransportOptions } from '../src/index'

type Paths = Record<
  string,
  {
    readonly post: {
      readonly requestBody?: { readonly content: { readonly 'application/json': unknown } }
      readonly responses: Record<200, { readonly content: { readonly 'application/json': unknown } }>
    }
  }
>

/** Credentials that must never be seen outside a request. */
export const password = 'pass-word-7391'

/** Retries without a wait, for tests of what is retried. */
const atOnce = { firstDelayMs: 0, maxDelayMs: 0 }

/** A transport through the real openapi-fetch; the login is `POST /login`, answered `{ id }`. */
export function localTransport(baseUrl: string, options: TransportOptions = {}) {
  const events: TransportEvent[] = []
  const api = createClient<Paths>({ baseUrl })
  const transport = createTransport<{ id: string }>({
    system: 'siagh',
    login: {
      send: (fetch) => api.POST('/login', { body: { password }, fetch }),
      read: (body) => ok(body as { id: string }),
    },
    authorization: ({ id }) => id,
    onEvent: (event) => events.push(event),
    retry: atOnce,
    ...options,
  })
  const post = (path: string, call: Partial<Call<unknown>> & { readonly body?: unknown } = {}) => {
    const { body = { name: 'Ali' }, ...rest } = call
    return transport.call<unknown>({
      kind: 'read',
      send: (fetch) => api.POST(path, { body, fetch }),
      read: (value) => ok(value),
      ...rest,
    })
  }
  return { ...transport, events, post }
}
