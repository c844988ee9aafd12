import { err, ok, type Result } from 'neverthrow'
import type { PlainHeaders, ReceivedBody } from './plain-request'
import { invalidChange, unsupportedMediaType, type WebhookAnswer } from './plain-response'

/** The `Content-Type` of a request. */
export function contentTypeOf(headers: PlainHeaders): string | undefined {
  const value = headers['content-type']
  return typeof value === 'string' ? value : undefined
}

/** `json` and `form` are the formats that can be parsed. Both must be UTF-8. */
export function bodyFormat(contentType: string | undefined): 'json' | 'form' | undefined {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset.trim())) return undefined
  if (/^application\/(?:json|[\w.-]+\+json)$/.test(type.trim())) return 'json'
  return type.trim() === 'application/x-www-form-urlencoded' ? 'form' : undefined
}

/**
 * Parses the value of a JSON body, or the pairs of a form. 415 for other types. 400 if the body is not JSON or not
 * UTF-8.
 */
export function parseBody(contentType: string | undefined, body: ReceivedBody): Result<unknown, WebhookAnswer> {
  const format = bodyFormat(contentType)
  if (format === undefined) return err(unsupportedMediaType)
  if (body.kind === 'parsed') return ok(body.value)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)
    return ok(format === 'json' ? JSON.parse(text) : new URLSearchParams(text))
  } catch {
    return err(invalidChange([{ path: 'body', message: format === 'json' ? 'is not JSON in UTF-8' : 'is not UTF-8' }]))
  }
}
