import type { Issue, Receipt } from '@siagh-sync/sync-core'
import type { BodyFault } from './plain-request'

/** The answer to the sender. */
export interface PlainResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON. */
  readonly body: string
}

/** An answer before it becomes text: the log names parts of it. */
export interface WebhookAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
  /** Only for the log. */
  readonly note?: string
}

const retryAfterSeconds = '10'

const commonHeaders = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** The answer as it is sent. */
export function plainResponse({ status, body, headers }: WebhookAnswer): PlainResponse {
  return { status, headers: headers ? { ...commonHeaders, ...headers } : commonHeaders, body: JSON.stringify(body) }
}

/** The change is on disk. */
export const accepted = ({ key, generation }: Receipt): WebhookAnswer => ({ status: 202, body: { key, generation } })

/** Names the wrong fields. Nothing was noted. */
export const invalidChange = (issues: readonly Issue[]): WebhookAnswer => ({
  status: 400,
  body: { error: 'invalid_change', issues: issues.map(({ path, message }) => ({ path, message })) },
})

/** The same for every reason, so that the sender does not learn which part was wrong. */
export const unauthorized: WebhookAnswer = { status: 401, body: { error: 'unauthorized' } }

/** Without the path, which may hold a secret. */
export const notFound: WebhookAnswer = { status: 404, body: { error: 'not_found' } }

/** The path does not accept this method. `allowed` is the list for the `Allow` header. */
export const methodNotAllowed = (allowed: string): WebhookAnswer => ({
  status: 405,
  body: { error: 'method_not_allowed' },
  headers: { allow: allowed },
})

/** The body is neither JSON nor a form in UTF-8, or it is compressed. */
export const unsupportedMediaType: WebhookAnswer = { status: 415, body: { error: 'unsupported_media_type' } }

/** A bug. The sender gets no details. */
export const internalError: WebhookAnswer = { status: 500, body: { error: 'internal_error' } }

/** The store cannot write. The sender should repeat the webhook. */
export const storeUnavailable: WebhookAnswer = {
  status: 503,
  body: { error: 'store_unavailable' },
  headers: { 'retry-after': retryAfterSeconds },
}

const unreadable: Readonly<Record<BodyFault, WebhookAnswer>> = {
  too_long: { status: 413, body: { error: 'payload_too_large' } },
  compressed: unsupportedMediaType,
  broken_off: invalidChange([{ path: 'body', message: 'could not be read' }]),
  already_read: {
    ...internalError,
    note: 'webhook not taken, as its body was read before: call crmWebhooks with a request that nobody has read',
  },
}

/** The body could not be read. */
export const bodyUnreadable = (fault: BodyFault): WebhookAnswer => unreadable[fault]
