import { raw, type Request, type RequestHandler, type Response } from 'express'
import { okAsync, ResultAsync } from 'neverthrow'
import type { BodyFault, ReceivedBody } from '@siagh-sync/webhooks'

/**
 * Reads a body of up to `limit` bytes, whatever its type. When a parser of the application was first, takes what the
 * parser left: the bytes in `req.rawBody`, if it kept them there, else the value in `req.body`.
 */
export function readBody(req: Request, res: Response, limit: number): ResultAsync<ReceivedBody, BodyFault> {
  if (bodyOf(req) !== undefined) return okAsync(received(req))
  const parser: RequestHandler = raw({ type: () => true, limit, inflate: false })
  const read = new Promise<void>((resolve, reject) => {
    parser(req, res, (error: unknown) => (error instanceof Error ? reject(error) : resolve()))
  })
  return ResultAsync.fromPromise(read, faultOf).map(() => received(req))
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

/** `raw` of Express says by a status what went wrong. */
function faultOf(error: unknown): BodyFault {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  if (status === 413) return 'too_long'
  return status === 415 ? 'compressed' : 'broken_off'
}
