import type { ApiErrorWords } from './api-words'

/** The two servers of this integration. */
export type System = 'siagh' | 'crm'

/** One reason of a refusal, in the server's own words, usually Persian. `field`: the field that the server names. */
export interface Reason {
  readonly message: string
  readonly field?: string
}

/**
 * Everything that can go wrong in a call. `kind` says which error it is.
 *
 * `message` is ours and safe to log: it never holds a secret, a session, a body or personal data. `reasons` are the
 * server's own words and may hold data of a record. Show them to an operator, and keep them out of logs.
 *
 * After a write, only `outcome_unknown` and `defect` leave open whether the write was executed. After every other
 * kind the record was surely not written. Exception: one `rejected` is more than a refusal. It is an update for which
 * Siagh has created a new contact. Its message says so.
 */
export type ApiError = AnyApiError & {
  /** The code of the message. Absent: the message has no code. */
  readonly words?: ApiErrorWords
}

type AnyApiError =
  /** Refused credentials (401 at login, 401 twice on a call), or an unlicensed API (402). */
  | { readonly kind: 'unauthorized'; readonly retryable: false; readonly system: System; readonly message: string }
  /** The server understood the call and refused it: Siagh's `ReturnValue: false`, or a 4xx of the CRM. */
  | {
      readonly kind: 'rejected'
      readonly retryable: false
      readonly system: System
      readonly message: string
      readonly reasons: readonly Reason[]
      /** The server stopped half-way. Nobody knows whether it has written something. */
      readonly brokeOff?: true
    }
  /** There is no such record. */
  | { readonly kind: 'not_found'; readonly retryable: false; readonly system: System; readonly message: string }
  /**
   * The server did not do the work and may do it later: refused connection, DNS, TLS, an open circuit, a locked
   * account. For a read also a timeout, a reset and a 5xx. `status` is the HTTP status, if an answer came.
   */
  | {
      readonly kind: 'unavailable'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly status?: number
      readonly retryAfterMs?: number
    }
  /** HTTP 429: too many calls. */
  | {
      readonly kind: 'rate_limited'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly retryAfterMs: number
    }
  /** The answer to a read breaks the contract. `path` names the first wrong field. Example: `details.0.count`. */
  | {
      readonly kind: 'malformed'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly path: string
    }
  /** A write was sent and no readable answer came. Nobody knows whether it was executed. */
  | { readonly kind: 'outcome_unknown'; readonly retryable: true; readonly system: System; readonly message: string }
  /** A bug of this library. `cause` is an `Error` with the stack of the thrown value, but without its message. */
  | { readonly kind: 'defect'; readonly retryable: false; readonly message: string; readonly cause: unknown }
