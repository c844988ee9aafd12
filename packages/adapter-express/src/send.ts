import type { ServerResponse } from 'node:http'
import type { PlainResponse } from '@siagh-sync/webhooks'

/**
 * Writes the answer without Express's `res.json`, because that needs much of a request's time for an ETag which
 * nobody uses. If the connection is gone, or the answer has begun, nothing is written.
 */
export function send(res: ServerResponse, { status, headers, body }: PlainResponse): void {
  if (res.headersSent) return
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) })
  res.end(body)
}
