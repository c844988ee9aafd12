import type { Request, Response } from 'express'
import type { PlainRequest } from '@siagh-sync/webhooks'
import { readBody } from './read-body'

/** What of Express's request the webhooks look at. A `Request` of the Fetch standard would cost much of their speed. */
export function plainRequestOf(req: Request, res: Response): PlainRequest {
  const { method, url, headers } = req
  // Not `req.query`: its parser is the application's choice.
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
