import type { ServerResponse } from 'node:http'
import type { PlainResponse } from '@siagh-sync/webhooks'

/**
 * Writes the answer, past Express's `res.json`, which spends a good part of a request's time on an ETag that nobody
 * asks for. A connection that is gone, or an answer that has begun, is left alone.
 */
export function send(res: ServerResponse, { status, headers, body }: PlainResponse): void {
  if (res.headersSent) return
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  res.end(body)
}
