import type { ApiError, Reason, System } from './api-error'
import { asHeld, coded, type ApiMessage } from './api-words'

const kinds: Readonly<Record<ApiError['kind'], true>> = {
  unauthorized: true,
  rejected: true,
  not_found: true,
  unavailable: true,
  rate_limited: true,
  malformed: true,
  outcome_unknown: true,
  defect: true,
}

/** Whether a value is an `ApiError`, by its `kind`. */
export function isApiError(value: unknown): value is ApiError {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('retryable' in value)) return false
  return typeof value.kind === 'string' && Object.hasOwn(kinds, value.kind)
}

/**
 * The server refused the credentials. In all functions here, `message` must be our own: no text of a server and no
 * data.
 */
export function unauthorized(system: System, message: string | ApiMessage): ApiError {
  return { kind: 'unauthorized', retryable: false, system, ...asHeld(message) }
}

/** The server understood the call and refused it. `reasons` are the server's own words. */
export function rejected(system: System, message: string | ApiMessage, reasons: readonly Reason[] = []): ApiError {
  return { kind: 'rejected', retryable: false, system, ...asHeld(message), reasons }
}

/** There is no such record. */
export function notFound(system: System, message: string | ApiMessage): ApiError {
  return { kind: 'not_found', retryable: false, system, ...asHeld(message) }
}

/** The server did not do the work and may do it later. */
export function unavailable(
  system: System,
  message: string | ApiMessage,
  details: { readonly status?: number; readonly retryAfterMs?: number } = {},
): ApiError {
  return { kind: 'unavailable', retryable: true, system, ...asHeld(message), ...details }
}

/** The server asks for a pause. */
export function rateLimited(
  system: System,
  retryAfterMs: number,
  message: string | ApiMessage = coded('too_many_calls', 'The server asks for fewer calls (HTTP 429)'),
): ApiError {
  return { kind: 'rate_limited', retryable: true, system, ...asHeld(message), retryAfterMs }
}

/** An answer breaks the contract. `path` names the first wrong field. Example: `details.0.count`. */
export function malformed(
  system: System,
  path: string,
  message: string | ApiMessage = coded('answer_unexpected', 'The answer is not what the contract says'),
): ApiError {
  return { kind: 'malformed', retryable: true, system, ...asHeld(message), path }
}

/** A write was sent and no readable answer came. */
export function outcomeUnknown(system: System, message: string | ApiMessage): ApiError {
  return { kind: 'outcome_unknown', retryable: true, system, ...asHeld(message) }
}

/**
 * A bug of this library. `cause` is an `Error` with the name and the stack frames of the thrown value. It has neither
 * the message nor other properties of that value, because they may hold a URL, a header or a part of a body.
 */
export function defect(thrown: unknown): ApiError {
  const name = thrown instanceof Error ? thrown.name : typeof thrown
  const cause = new Error(`${name}; its message is left out, since it may hold data`)
  cause.stack = [`${name} (message left out)`, ...framesOf(thrown)].join('\n')
  return { kind: 'defect', retryable: false, message: 'Unexpected error inside the library', cause }
}

function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error) || thrown.stack === undefined) return []
  const head = thrown.stack.indexOf(thrown.message) + thrown.message.length
  return thrown.stack
    .slice(head)
    .split('\n')
    .filter((line) => /^ +at /.test(line))
}
