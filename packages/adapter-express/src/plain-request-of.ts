import type { Request, Response } from 'express'
import type { PlainRequest } from '@siagh-sync/webhooks'
import { readBody } from './read-body'

/**
 * The parts of Express's request that the webhooks need. Creating a `Request` of the Fetch standard would make them
 * much slower.
 */
export function plainRequestOf(req: Request, res: Response): PlainRequest {
  const { method, url, headers } = req
  // Not `req.query`: the application chooses its parser.
  const start = url.indexOf('?')
  return {
    method,
    path: req.path,
    mount: req.baseUrl,
    query: start === -1 ? '' : url.slice(start),
    headers,
    remoteAddress: req.socket.remoteAddress,
    readBody: (limit) => readBody(req, res, limit),
  }
}
