import type { ApiError } from '@siagh-sync/siagh-client'
import type { Saying } from './messages/saying'
import type { SiaghIds } from './types'

/** The store cannot be read or written. Never means "not found". */
export interface StoreUnavailable {
  readonly kind: 'store_unavailable'
  readonly retryable: true
  readonly message: string
  readonly cause?: unknown
}

/** The queue cannot accept or deliver wake-ups. Nothing in the inbox is lost: the sweep enqueues it again. */
export interface QueueUnavailable {
  readonly kind: 'queue_unavailable'
  readonly retryable: true
  readonly message: string
  readonly cause?: unknown
}

/** One fault of a record. `path` has the form `details.0.count`. `message` holds no personal data. */
export interface Issue {
  readonly path: string
  readonly message: string
  /**
   * The message without the path, in a form that can be shown in any language. Absent: a site has written the
   * message.
   */
  readonly saying?: Saying
}

/** The store belongs to other servers, or to another company, than the settings say. */
export interface ForeignStore {
  readonly kind: 'foreign_store'
  readonly retryable: false
  readonly message: string
}

/** The received message is not a change of the CRM. */
export interface InvalidChange {
  readonly kind: 'invalid_change'
  readonly retryable: false
  readonly message: string
  readonly issues: readonly Issue[]
}

/**
 * Everything that can go wrong in a run. `kind` says which error it is, and `retryable` is fixed for each kind.
 * `saying`: the message in a form that can be shown in any language. Absent: a client or a site has written the
 * message, and `saidBy` gives a message for its kind.
 */
export type SyncError = AnyError & { readonly saying?: Saying }

type AnyError =
  | ApiError
  | StoreUnavailable
  | ForeignStore
  | InvalidChange
  /** The record in the CRM cannot become a contact or a pre-invoice as it is. */
  | {
      readonly kind: 'invalid_data'
      readonly retryable: false
      readonly message: string
      readonly issues: readonly Issue[]
    }
  /** Several contacts in Siagh may belong to this identity. A person has to decide. */
  | {
      readonly kind: 'ambiguous_match'
      readonly retryable: false
      readonly message: string
      readonly candidates: readonly SiaghIds[]
    }
  /**
   * The contact that a mapping or the identity names is not in Siagh's list. When the list has the contact, the
   * record is handled again without a person.
   */
  | {
      readonly kind: 'not_found'
      readonly retryable: false
      readonly system: 'siagh'
      readonly message: string
      readonly contact: Partial<SiaghIds>
    }
  /**
   * Siagh has given the mapped contact's `Code` to another contact. `candidates`: the mapped contact, and the contact
   * that has the code now.
   */
  | {
      readonly kind: 'contact_replaced'
      readonly retryable: false
      readonly message: string
      readonly candidates: readonly SiaghIds[]
    }
  /**
   * The contact is, or may be, a row of Siagh's list that cannot be read. When the row can be read, the record is
   * handled again without a person.
   */
  | {
      readonly kind: 'contact_unreadable'
      readonly retryable: false
      readonly message: string
      readonly contact: Partial<SiaghIds>
    }
  /**
   * The document's customer is no account party in Siagh. When the customer is one, the record is handled again
   * without a person.
   */
  | {
      readonly kind: 'no_account_party'
      readonly retryable: false
      readonly message: string
      readonly contact: SiaghIds
    }
  /** A pre-invoice may or may not exist in Siagh. `settleInDoubt` ends this. */
  | {
      readonly kind: 'in_doubt'
      readonly retryable: false
      readonly message: string
      /** The verdict `not-created` came too early. It is accepted after this many milliseconds. */
      readonly waitMs?: number
    }
  /**
   * The write does not leave. `waits`: until an operator releases it. `customer`: the document's customer has to be
   * released first. `refused`: an operator has refused exactly this. `shadow`: nothing is written at all. `preview`:
   * somebody only wants to see what would be written.
   */
  | {
      readonly kind: 'held'
      readonly retryable: false
      readonly message: string
      readonly reason: 'waits' | 'customer' | 'refused' | 'shadow' | 'preview'
    }
  /** Another worker has the record, or has taken it over. */
  | { readonly kind: 'busy'; readonly retryable: true; readonly message: string }

/** The kind of an error. */
export type SyncErrorKind = SyncError['kind']
