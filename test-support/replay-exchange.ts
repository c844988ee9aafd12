import { createCrmClient } from '../packages/crm-client/src/index'
import { createSiaghClient } from '../packages/siagh-client/src/index'
import { crmCall } from './crm-call'
import { readExchange, type Exchange } from './exchange'
import { siaghCall } from './siagh-call'

/** What came of a recorded exchange with one of our clients. */
export interface Replayed {
  /** The bodies of the requests to the recorded path. */
  readonly sent: readonly { readonly method: string; readonly body: unknown }[]
  /** `ok`, or the kind of the error. */
  readonly end: string
}

const logins = { siagh: readExchange('siagh-login'), crm: readExchange('crm-login') }
const PATHS = { siagh: '/GeneralApi/LoginUser', crm: '/api/v2/auth/login' }

/** Makes the recorded request with the client of the server, and answers as recorded. */
export async function replayExchange(system: 'siagh' | 'crm', exchange: Exchange): Promise<Replayed> {
  const sent: { method: string; body: unknown }[] = []
  const { path } = exchange.request
  const fetch = async (url: unknown, init?: { method?: string; body?: unknown }) => {
    const asked = String(url).replace('http://recorded.example', '')
    if (asked !== path)
      return toResponse(asked === PATHS[system] ? inForce(logins[system].response) : { status: 501, text: '' })
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    sent.push({ method: init?.method ?? 'GET', body })
    return toResponse(path === PATHS[system] ? inForce(exchange.response) : exchange.response)
  }
  const end = await endOf(system, exchange, fetch)
  return { sent, end }
}

async function endOf(system: 'siagh' | 'crm', { request }: Exchange, fetch: typeof globalThis.fetch): Promise<string> {
  const { body = {} } = request
  const text = (name: string, otherwise: string) => (typeof body[name] === 'string' ? body[name] : otherwise)
  const shared = { baseUrl: 'http://recorded.example', fetch, retry: { attempts: 1 } }
  const result =
    system === 'siagh'
      ? await siaghCall(request)?.(
          createSiaghClient({
            ...shared,
            username: text('UserName', 'user'),
            passwordMd5: text('Password', '0'.repeat(32)),
          }),
        )
      : await crmCall(request)?.(
          createCrmClient({ ...shared, username: text('username', 'user'), password: text('password', 'of-nobody') }),
        )
  if (result === undefined) return `no call of the client makes ${request.method} ${request.path}`
  return result.match(
    () => 'ok',
    ({ kind }) => kind,
  )
}

/** A recorded token has run out long ago. */
function inForce(response: Exchange['response']): Exchange['response'] {
  const { body } = response
  if (typeof body !== 'object' || body === null || !('expiresAt' in body)) return response
  return { ...response, body: { ...body, expiresAt: '2099-01-01T00:00:00.0000000+03:30' } }
}

function toResponse({ status, headers, body, text }: Exchange['response']): Response {
  const content = text ?? JSON.stringify(body)
  const kind = headers?.['content-type'] ?? (text === undefined ? 'application/json' : 'text/plain')
  const isEmpty = status === 204 || status === 304 || content === ''
  return new Response(isEmpty ? null : content, { status, headers: { 'content-type': kind } })
}

/** How the client has to end, by what the server answered. */
export function expectedEnds({ status, body, text }: Exchange['response'], isWrite: boolean): readonly string[] {
  if (status === 401) return ['unauthorized']
  const isAnswer = status >= 200 && status <= 299
  if (isAnswer && text !== undefined && text !== '')
    return ['unavailable', 'malformed', 'outcome_unknown', 'unauthorized']
  if (!isAnswer) return ['rejected', 'not_found', 'unauthorized', 'unavailable', 'rate_limited', 'outcome_unknown']
  if (body === null || body === undefined) return isWrite ? ['ok', 'outcome_unknown'] : ['ok', 'not_found']
  const isRefused = typeof body === 'object' && 'ReturnValue' in body && body.ReturnValue === false
  return isRefused ? ['rejected'] : ['ok']
}
