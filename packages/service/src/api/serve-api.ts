import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { systemClock, type Store } from '@siagh-sync/sync-core'
import { createSessions } from './access/sessions'
import { createApi, type ApiOptions } from './create-api'

/** The operator API as a listener of Node's HTTP server, with the sessions of its users in the store. `close` ends its streams. */
export function serveApi({ store, ...parts }: Omit<ApiOptions, 'addressOf' | 'sessions'> & { readonly store: Store }) {
  const { companies, users } = parts
  const sessions = createSessions(store.values, companies[0]?.company ?? '', users, systemClock)
  const addressOf: ApiOptions['addressOf'] = (context) => getConnInfo(context).remote.address ?? 'unknown'
  const api = createApi({ ...parts, sessions, addressOf })
  // It would replace `Request` and `Response` of the whole process, of which the application's own code knows nothing.
  const options = { overrideGlobalObjects: false }
  const listener = getRequestListener((request, bindings) => api.fetch(plainRequest(request), bindings), options)
  return { listener, close: () => api.close() }
}

/** The listener hands over an object that only looks like a `Request`, which no other `Request` can be made of. */
function plainRequest({ url, method, headers, body, signal }: Request): Request {
  return new Request(url, { method, headers, signal, ...(body && { body, duplex: 'half' }) })
}
