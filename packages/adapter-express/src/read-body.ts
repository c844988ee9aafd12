import { raw, type Request, type RequestHandler, type Response } from 'express'
import { err, ok, ResultAsync, type Result } from 'neverthrow'
import { invalidChange, payloadTooLarge, unsupportedMediaType, type Answer } from './answer'

/** A body, as bytes or as the application's own parser left it. */
export type ReceivedBody =
  { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'parsed'; readonly value: unknown }

/** Reads the body of a request, within the limit; the error is the answer to give. */
export type ReadBody = (req: Request, res: Response) => ResultAsync<ReceivedBody, Answer>

/**
 * Reads bodies of up to `limit` bytes, whatever their type; 413 beyond that, 415 when compressed. Where a parser of
 * the application's was first, takes what it left: the bytes in `req.rawBody`, if it kept them there, else the value
 * in `req.body`.
 */
export function bodyReader(limit: number): ReadBody {
  const parser: RequestHandler = raw({ type: () => true, limit, inflate: false })
  const read = (req: Request, res: Response) =>
    new Promise<void>((resolve, reject) => {
      parser(req, res, (error: unknown) => (error instanceof Error ? reject(error) : resolve()))
    })

  return (req, res) => {
    if (bodyOf(req) === undefined) return ResultAsync.fromPromise(read(req, res), refusalOf).map(() => received(req))
    return ResultAsync.fromSafePromise(Promise.resolve(received(req)))
  }
}

/** `json` and `form` are the two that can be parsed; both must be UTF-8. */
export function bodyFormat(contentType: string | undefined): 'json' | 'form' | undefined {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset.trim())) return undefined
  if (/^application\/(?:json|[\w.-]+\+json)$/.test(type.trim())) return 'json'
  return type.trim() === 'application/x-www-form-urlencoded' ? 'form' : undefined
}

/** The value of a JSON body, the pairs of a form; 415 for other types, 400 for what is not JSON or not UTF-8. */
export function parseBody(contentType: string | undefined, body: ReceivedBody): Result<unknown, Answer> {
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

function received(req: Request): ReceivedBody {
  const body = bodyOf(req)
  if (Buffer.isBuffer(body)) return { kind: 'bytes', bytes: body }
  if (typeof body === 'string' || body === undefined) return { kind: 'bytes', bytes: Buffer.from(body ?? '') }
  return { kind: 'parsed', value: body }
}

function bodyOf(req: Request): unknown {
  const kept: unknown = Reflect.get(req, 'rawBody')
  return Buffer.isBuffer(kept) ? kept : req.body
}

function refusalOf(error: unknown): Answer {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  if (status === 413) return payloadTooLarge
  if (status === 415) return unsupportedMediaType
  return invalidChange([{ path: 'body', message: 'could not be read' }])
}
