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

/** The queue cannot take or give wake-up calls. What is in the inbox is safe: the sweep rings again. */
export interface QueueUnavailable {
  readonly kind: 'queue_unavailable'
  readonly retryable: true
  readonly message: string
  readonly cause?: unknown
}

/** One thing that is wrong with a record; `path` as in `details.0.count`. `message` names no personal data. */
export interface Issue {
  readonly path: string
  readonly message: string
  /** The same without the path, to be said in any language. Absent: a site's own words. */
  readonly saying?: Saying
}

/** The store belongs to other servers, or to another company, than the settings name. */
export interface ForeignStore {
  readonly kind: 'foreign_store'
  readonly retryable: false
  readonly message: string
}

/** What was received is not a change of the CRM. */
export interface InvalidChange {
  readonly kind: 'invalid_change'
  readonly retryable: false
  readonly message: string
  readonly issues: readonly Issue[]
}

/**
 * Everything that can go wrong in a run, told apart by `kind`; `retryable` is fixed for each kind. `saying`: the message, to be said in any
 * language. Where it is absent, the message is in the words of a client or of a site, and `saidBy` says what can be said of its kind.
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
  /** More than one contact in Siagh may be this identity's: a person has to decide. */
  | {
      readonly kind: 'ambiguous_match'
      readonly retryable: false
      readonly message: string
      readonly candidates: readonly SiaghIds[]
    }
  /** The contact that a mapping or the identity names is not in Siagh's list. Mends itself when the list has it. */
  | {
      readonly kind: 'not_found'
      readonly retryable: false
      readonly system: 'siagh'
      readonly message: string
      readonly contact: Partial<SiaghIds>
    }
  /** Siagh has given the mapped contact's `Code` to another contact. `candidates`: the mapped one, and the one that has the code now. */
  | {
      readonly kind: 'contact_replaced'
      readonly retryable: false
      readonly message: string
      readonly candidates: readonly SiaghIds[]
    }
  /** The contact is, or may be, a row of Siagh's list that cannot be read. Mends itself when it can. */
  | {
      readonly kind: 'contact_unreadable'
      readonly retryable: false
      readonly message: string
      readonly contact: Partial<SiaghIds>
    }
  /** The document's customer is no account party in Siagh. Mends itself when it is one. */
  | {
      readonly kind: 'no_account_party'
      readonly retryable: false
      readonly message: string
      readonly contact: SiaghIds
    }
  /** A pre-invoice may or may not exist in Siagh: `settleInDoubt` ends this. */
  | {
      readonly kind: 'in_doubt'
      readonly retryable: false
      readonly message: string
      /** The verdict `not-created` came too early: it can be given after this many milliseconds. */
      readonly waitMs?: number
    }
  /** Another worker has the record, or took it over. */
  | { readonly kind: 'busy'; readonly retryable: true; readonly message: string }

/** The word by which an error is told from the others. */
export type SyncErrorKind = SyncError['kind']
