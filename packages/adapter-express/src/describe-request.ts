import type { Request } from 'express'
import type { Secrets } from './auth/authenticator'
import type { Target } from './target'
import { parseBody, type ReceivedBody } from './read-body'

const confidential = ['authorization', 'proxy-authorization', 'cookie', 'x-api-key']

/**
 * What `/test` shows of a request: method, path, query, headers and body as they arrived. Valid secrets are masked
 * wherever they stand, and whatever stands where a secret belongs is masked, valid or not.
 */
export function describeRequest(
  req: Request,
  { endpoint, pathSecret }: Target,
  query: URLSearchParams,
  body: ReceivedBody | undefined,
  secrets: Secrets,
): Record<string, unknown> {
  const headers = Object.entries(req.headers).map(([name, value]): [string, unknown] =>
    [...confidential, ...secrets.headers].includes(name) ? [name, '***'] : [name, value],
  )
  const description = {
    method: req.method,
    path: `${req.baseUrl}${pathSecret === undefined ? '' : '/***'}/${endpoint}`,
    query: pairsOf(query, secrets),
    headers: Object.fromEntries<unknown>(headers),
    ...(body === undefined ? {} : { body: contentOf(req.headers['content-type'], body, secrets) }),
  }
  return maskedObject(description, secrets)
}

/** Each name with its value, or with all of them where it is repeated. */
function pairsOf(pairs: URLSearchParams, secrets: Secrets): Record<string, unknown> {
  const names = [...new Set(pairs.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const [first, ...others] = secrets.parameters.includes(name) ? ['***'] : pairs.getAll(name)
      return [name, others.length === 0 ? first : [first, ...others]]
    }),
  )
}

/** The parsed body, or its text where it cannot be parsed. */
function contentOf(contentType: string | undefined, body: ReceivedBody, secrets: Secrets): unknown {
  const text = body.kind === 'bytes' ? body.bytes.toString() : ''
  return parseBody(contentType, body).match(
    (value) => (value instanceof URLSearchParams ? pairsOf(value, secrets) : value),
    () => text,
  )
}

/** Names as well as values: a secret may have been typed in the place of a name. */
function masked(value: unknown, secrets: Secrets): unknown {
  if (typeof value === 'string') return secrets.mask(value)
  if (Array.isArray(value)) return value.map((item) => masked(item, secrets))
  if (typeof value !== 'object' || value === null) return value
  return maskedObject(value, secrets)
}

function maskedObject(value: object, secrets: Secrets): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [secrets.mask(name), masked(item, secrets)]))
}
