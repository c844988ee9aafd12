import type { ServerResponse } from 'node:http'
import type { Issue, Receipt } from '@siagh-sync/sync-core'

/** What goes back to the sender. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** For the log alone. */
  readonly note?: string
}

const retryAfterSeconds = '10'

/** The change is on disk. */
export const accepted = ({ key, generation }: Receipt): Answer => ({ status: 202, body: { key, generation } })

/** Names the fields at fault. Nothing was noted. */
export const invalidChange = (issues: readonly Issue[]): Answer => ({
  status: 400,
  body: { error: 'invalid_change', issues: issues.map(({ path, message }) => ({ path, message })) },
})

/** The same for every reason, so that nobody learns which part was wrong. */
export const unauthorized: Answer = { status: 401, body: { error: 'unauthorized' } }

/** Without the path, which may hold a secret. */
export const notFound: Answer = { status: 404, body: { error: 'not_found' } }

/** Every path takes GET and POST, and nothing else. */
export const methodNotAllowed: Answer = {
  status: 405,
  body: { error: 'method_not_allowed' },
  headers: { allow: 'GET, POST' },
}

/** The body is longer than the router's limit. */
export const payloadTooLarge: Answer = { status: 413, body: { error: 'payload_too_large' } }

/** Neither JSON nor a form in UTF-8, or compressed. */
export const unsupportedMediaType: Answer = { status: 415, body: { error: 'unsupported_media_type' } }

/** A bug, of which the sender learns nothing. */
export const internalError: Answer = { status: 500, body: { error: 'internal_error' } }

/** The store cannot write: whoever can repeat the webhook should. */
export const storeUnavailable: Answer = {
  status: 503,
  body: { error: 'store_unavailable' },
  headers: { 'retry-after': retryAfterSeconds },
}

/**
 * Writes the answer, past Express's `res.json`, which spends a good part of a request's time on an ETag that nobody
 * asks for. A connection that is gone, or an answer that has begun, is left alone.
 */
export function send(res: ServerResponse, { status, body, headers }: Answer): void {
  if (res.headersSent) return
  const text = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  res.end(text)
}
