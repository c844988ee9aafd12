import type { AskedPause } from './retry-after'
import type { SendKind } from './transport-types'

/** How one attempt has ended. It does not say yet what that means for the caller. */
export type AttemptEnd =
  /** The server answered and the whole body was read. The text is empty if the body was passed on while it arrived. */
  | { readonly kind: 'answer'; readonly response: Response; readonly text: string; readonly pause?: AskedPause }
  /** No answer, or half an answer. `neverSent`: no connection was made. */
  | { readonly kind: 'no_answer'; readonly code: string; readonly neverSent: boolean; readonly handedOn?: boolean }
  /** `handedOn`, here and above: the reader has already got a part of the body. */
  | { readonly kind: 'timeout'; readonly handedOn?: boolean }
  /** The answer is longer than the limit. */
  | { readonly kind: 'too_large' }
  /** The body of a 2xx is not text in its charset. `reason` says why. */
  | { readonly kind: 'undecodable'; readonly reason: string }
  /** Cancelled by the caller. `sent`: the request may have left. */
  | { readonly kind: 'aborted'; readonly sent: boolean }
  /** Not sent, because the circuit is open. */
  | { readonly kind: 'circuit_open'; readonly retryAfterMs: number }

/** Whether a value is an `AttemptEnd`. Values pass through policies of cockatiel, which see them as `unknown`. */
export function isAttemptEnd(value: unknown): value is AttemptEnd {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/**
 * The statuses that only mean an ended session: 401, 440 (IIS), 419 (Laravel) and 498 (ArcGIS). Nobody has seen which
 * of them the two servers, or a proxy in front of them, return.
 */
const endOfSession = new Set([401, 419, 440, 498])

/** Whether a status says that the session has ended. Then the call was not carried out. */
export function saysSessionEnded(status: number): boolean {
  return endOfSession.has(status)
}

/**
 * Whether a server may have acted on the request. Servers check the session and the rate (429) before they do the
 * work.
 */
export function mayHaveRun(end: AttemptEnd): boolean {
  switch (end.kind) {
    case 'answer':
      return !saysSessionEnded(end.response.status) && end.response.status !== 429
    case 'no_answer':
      return !end.neverSent
    case 'aborted':
      return end.sent
    case 'timeout':
    case 'too_large':
    case 'undecodable':
      return true
    case 'circuit_open':
      return false
  }
}

/**
 * Whether the server, or the connection to it, is down: failed connections, timeouts, 5xx. A 4xx concerns only the
 * record.
 */
export function isOutage(end: AttemptEnd): boolean {
  switch (end.kind) {
    case 'answer':
      return end.response.status >= 500
    case 'no_answer':
    case 'timeout':
      return true
    case 'too_large':
    case 'undecodable':
    case 'aborted':
    case 'circuit_open':
      return false
  }
}

/**
 * Whether the same bytes may be sent again at once. A read may be repeated after any error that can pass by itself. A
 * write may be repeated only if the server surely did not execute it, because neither server knows an idempotency
 * key.
 */
export function mayRepeat(kind: SendKind, end: AttemptEnd): boolean {
  if (end.kind === 'answer' && end.response.status === 429) return true
  // A second body would start from the beginning, but its reader already has a part of the first one.
  if ('handedOn' in end && end.handedOn) return false
  if (kind === 'write') return end.kind === 'no_answer' && end.neverSent
  return isOutage(end) || (end.kind === 'answer' && end.response.status === 408)
}

/** A short reason for an event: a code or `HTTP <status>`. */
export function reasonOf(end: AttemptEnd): string {
  switch (end.kind) {
    case 'answer':
      return `HTTP ${end.response.status}`
    case 'no_answer':
      return end.code
    case 'timeout':
    case 'too_large':
    case 'undecodable':
    case 'aborted':
    case 'circuit_open':
      return end.kind
  }
}
