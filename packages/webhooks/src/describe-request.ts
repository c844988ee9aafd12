import type { Secrets } from './auth/authenticator'
import type { Endpoint } from './find-endpoint'
import { contentTypeOf, parseBody } from './parse-body'
import type { PlainHeaders, PlainRequest, ReceivedBody } from './plain-request'

/** A request to `/test`, as far as it was read. */
export interface TestRequest {
  readonly request: PlainRequest
  readonly endpoint: Endpoint
  readonly query: URLSearchParams
  readonly body: ReceivedBody | undefined
}

const confidential = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key']

/**
 * What `/test` shows of a request: method, path, query, headers and body as they arrived. Valid secrets are masked
 * everywhere. In the place of a secret, every text is masked, valid or not.
 */
export function describeRequest(
  { request, endpoint: { name, mount, pathSecret }, query, body }: TestRequest,
  secrets: Secrets,
): Record<string, unknown> {
  const headers = Object.entries(request.headers).map(([header, value]): [string, unknown] =>
    [...confidential, ...secrets.headers].includes(header) ? [header, '***'] : [header, value],
  )
  const description = {
    method: request.method,
    path: `${mount}${pathSecret === undefined ? '' : '/***'}/${name}`,
    query: pairsOf(query, secrets),
    headers: Object.fromEntries<unknown>(headers),
    ...(body === undefined ? {} : { body: contentOf(request.headers, body, secrets) }),
  }
  return maskedObject(description, secrets)
}

/** Each name with its value. A repeated name has a list of all its values. */
function pairsOf(pairs: URLSearchParams, secrets: Secrets): Record<string, unknown> {
  const names = [...new Set(pairs.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const [first, ...others] = secrets.parameters.includes(name) ? ['***'] : pairs.getAll(name)
      return [name, others.length === 0 ? first : [first, ...others]]
    }),
  )
}

/** The parsed body, or its text if it cannot be parsed. */
function contentOf(headers: PlainHeaders, body: ReceivedBody, secrets: Secrets): unknown {
  const text = body.kind === 'bytes' ? new TextDecoder().decode(body.bytes) : ''
  return parseBody(contentTypeOf(headers), body).match(
    (value) => (value instanceof URLSearchParams ? pairsOf(value, secrets) : value),
    () => text,
  )
}

/** Masks names and values: somebody may have typed a secret instead of a name. */
function masked(value: unknown, secrets: Secrets): unknown {
  if (typeof value === 'string') return secrets.mask(value)
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return maskedObject(value, secrets)
}

function maskedObject(value: object, secrets: Secrets): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [secrets.mask(name), masked(item, secrets)]))
}
