import createApi from 'openapi-fetch'
import { createTransport, type TransportOptions } from '@siagh-sync/http-client'
import type { Connection } from './calls/connection'
import { documentCalls } from './calls/document-calls'
import { findCalls } from './calls/find'
import { organizationCalls, personCalls, searchPage } from './calls/identity-calls'
import { searchAllIdentities } from './calls/search-all-identities'
import { readSession, type Session } from './calls/session'
import type { paths } from './generated/payamgostar'
import { checkOptions, type Credentials, type CrmClientOptions } from './options'
import type { CrmClient } from './client-types'
import { knownRows } from './wire/read-rows'

/**
 * Creates a client of one CRM server. It logs in by itself: at the first call, before its token ends, and when the
 * CRM does not know the token any more. Throws one sentence if an option is missing or wrong. The returned object
 * does not show the password.
 */
export function createCrmClient(options: CrmClientOptions): CrmClient {
  const { baseUrl, credentials } = checkOptions(options)
  const connection = connect(baseUrl, credentials, options)
  const search = searchPage(connection)
  return {
    baseUrl,
    login: (call) => connection.transport.login(call).map(({ expiresAt }) => ({ expiresAt })),
    searchIdentities: (query, call) =>
      search(query, call)
        .andThen((page) => knownRows(page))
        .map(({ rows }) => rows),
    searchByIdentityType: ({ identityType, ...query }, call) =>
      search(query, call, identityType)
        .andThen((page) => knownRows(page))
        .map(({ rows }) => rows),
    searchAllIdentities: searchAllIdentities(search),
    ...personCalls(connection),
    ...organizationCalls(connection),
    ...documentCalls(connection),
    ...findCalls(connection),
  }
}

function connect(baseUrl: string, credentials: Credentials, options: TransportOptions): Connection {
  const api = createApi<paths>({ baseUrl })
  const { fetch, timeoutMs, maxResponseBytes, rateLimit, retry, circuit, onEvent } = options
  const { sessionTrustMs, maxRetryAfterMs } = options
  const transport = createTransport<Session>({
    ...{ fetch, timeoutMs, maxResponseBytes, rateLimit, retry, circuit, sessionTrustMs, maxRetryAfterMs, onEvent },
    system: 'crm',
    login: {
      send: (fetch) => api.POST('/api/v2/auth/login', { body: credentials, fetch }),
      read: (body) => readSession(body, Date.now()),
    },
    authorization: ({ accessToken }) => `Bearer ${accessToken}`,
    expiresAt: ({ usableUntil }) => usableUntil,
  })
  return { api, transport }
}
