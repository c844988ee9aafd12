import type { AskedPause } from './retry-after'
import type { SendKind } from './transport-types'

/** What became of one attempt, before anybody says what it means for the caller. */
export type Outcome =
  /** The server answered and the whole body was read; the text is empty where it was handed on as it came. */
  | { readonly kind: 'answer'; readonly response: Response; readonly text: string; readonly pause?: AskedPause }
  /** No answer, or half of one. `neverSent`: the connection was not even made. */
  | { readonly kind: 'no_answer'; readonly code: string; readonly neverSent: boolean; readonly handedOn?: boolean }
  /** `handedOn`, here and above: the reader has a part of the body already. */
  | { readonly kind: 'timeout'; readonly handedOn?: boolean }
  /** More came than is read. */
  | { readonly kind: 'too_large' }
  /** The body of a 2xx is no text in its charset, as `reason` says. */
  | { readonly kind: 'undecodable'; readonly reason: string }
  /** Cancelled by the caller. `sent`: the request may have left. */
  | { readonly kind: 'aborted'; readonly sent: boolean }
  /** Not sent, since the circuit is open. */
  | { readonly kind: 'circuit_open'; readonly retryAfterMs: number }

/** Whether a value that went through a policy of cockatiel, whose filters see `unknown`, is an outcome. */
export function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/**
 * The statuses that mean nothing but the end of a session: 401, 440 (IIS), 419 (Laravel) and 498 (ArcGIS). Nobody has seen which of them
 * the two servers, or a proxy in front, answer.
 */
const endOfSession = new Set([401, 419, 440, 498])

/** Whether a status says that the session has ended, so that the call was not carried out. */
export function saysSessionEnded(status: number): boolean {
  return endOfSession.has(status)
}

/** Whether a server that got the request may have acted on it. Sessions and a 429 are looked at before the work is done. */
export function mayHaveRun(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'answer':
      return !saysSessionEnded(outcome.response.status) && outcome.response.status !== 429
    case 'no_answer':
      return !outcome.neverSent
    case 'aborted':
      return outcome.sent
    case 'timeout':
    case 'too_large':
    case 'undecodable':
      return true
    case 'circuit_open':
      return false
  }
}

/** Whether the server, or the way to it, is down: connection failures, timeouts, 5xx. A 4xx is the record's fault. */
export function isOutage(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'answer':
      return outcome.response.status >= 500
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
 * Whether the same bytes may be sent again at once. A read may after anything that can pass by itself. A write only where the
 * server surely did not execute it, since neither server knows an idempotency key.
 */
export function mayRepeat(kind: SendKind, outcome: Outcome): boolean {
  if (outcome.kind === 'answer' && outcome.response.status === 429) return true
  // A second body would begin from the start again, and its reader has a part of the first one.
  if ('handedOn' in outcome && outcome.handedOn) return false
  if (kind === 'write') return outcome.kind === 'no_answer' && outcome.neverSent
  return isOutage(outcome) || (outcome.kind === 'answer' && outcome.response.status === 408)
}

/** A short word for an event: a code or `HTTP <status>`. */
export function reasonOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answer':
      return `HTTP ${outcome.response.status}`
    case 'no_answer':
      return outcome.code
    case 'timeout':
    case 'too_large':
    case 'undecodable':
    case 'aborted':
    case 'circuit_open':
      return outcome.kind
  }
}
