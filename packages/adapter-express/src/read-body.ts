import { raw, type Request, type RequestHandler, type Response } from 'express'
import { okAsync, ResultAsync } from 'neverthrow'
import type { BodyFault, ReceivedBody } from '@siagh-sync/webhooks'

/**
 * Reads a body of any type, up to `limit` bytes. If a parser of the application has read the body before, uses the
 * bytes in `req.rawBody` if they are there, or else the value in `req.body`.
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

/** The reason of a failure. Express's `raw` reports it as a status. */
function faultOf(error: unknown): BodyFault {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  if (status === 413) return 'too_long'
  return status === 415 ? 'compressed' : 'broken_off'
}
