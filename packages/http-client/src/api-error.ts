import type { ApiErrorWords } from './api-words'

/** The two servers of this integration. */
export type System = 'siagh' | 'crm'

/** One reason of a refusal, in the server's own words (Persian, as a rule); `field` where the server names one. */
export interface Reason {
  readonly message: string
  readonly field?: string
}

/**
 * Everything that can go wrong in a call, told apart by `kind`.
 *
 * `message` is ours and safe to log: it never holds a secret, a session, a body or personal data. `reasons` are the server's
 * words and may name a record's data: show them to an operator, keep them out of logs.
 *
 * Of a write, `outcome_unknown` alone leaves open whether it was executed; after every other kind but `defect` the record surely was
 * not written. One `rejected` is more than a refusal: an update in whose place Siagh made a new contact. Its message says so.
 */
export type ApiError = AnyApiError & {
  /** The code of the message. Absent: the message says something that has none. */
  readonly words?: ApiErrorWords
}

type AnyApiError =
  /** Refused credentials (401 at login, 401 twice on a call), or an unlicensed API (402). */
  | { readonly kind: 'unauthorized'; readonly retryable: false; readonly system: System; readonly message: string }
  /** The server understood and said no: Siagh's `ReturnValue: false`, a 4xx of the CRM. */
  | {
      readonly kind: 'rejected'
      readonly retryable: false
      readonly system: System
      readonly message: string
      readonly reasons: readonly Reason[]
      /** The server broke off half-way: whether it left something behind is not known. */
      readonly brokeOff?: true
    }
  /** There is no such record. */
  | { readonly kind: 'not_found'; readonly retryable: false; readonly system: System; readonly message: string }
  /**
   * The server did not do the work and may do it later: refused connection, DNS, TLS, an open circuit, a locked account; of a
   * read also a timeout, a reset and a 5xx. `status` is the HTTP status where an answer came.
   */
  | {
      readonly kind: 'unavailable'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly status?: number
      readonly retryAfterMs?: number
    }
  /** 429. */
  | {
      readonly kind: 'rate_limited'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly retryAfterMs: number
    }
  /** An answer to a read that is not what the contract says; `path` names the first field at fault, as in `details.0.count`. */
  | {
      readonly kind: 'malformed'
      readonly retryable: true
      readonly system: System
      readonly message: string
      readonly path: string
    }
  /** A write left and no readable answer came: nobody knows whether it was executed. */
  | { readonly kind: 'outcome_unknown'; readonly retryable: true; readonly system: System; readonly message: string }
  /** A bug of this library; `cause` is an `Error` with the stack of what was thrown, and without its message. */
  | { readonly kind: 'defect'; readonly retryable: false; readonly message: string; readonly cause: unknown }
