import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'
import type { ContactFields, CreatedContact, CreatedPreInvoice, PreInvoice, SiaghSession, SiaghUser } from './types'

/** The options of every call. */
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** A row of the contact list that cannot be read and was left out. Do not take its contact for absent. */
export interface UnreadableRow {
  /** Its place in the answer, from 0. */
  readonly index: number
  /** The first wrong field. Example: `MobileNo`. `''`: the row is no object. */
  readonly field: string
  /** Those of its ids that could be read. */
  readonly code?: number
  readonly recordId?: string
  readonly tmpid?: string
}

/** The options of a call that reads a list. */
export interface ListOptions extends CallOptions {
  /** Called once for each unreadable row, before the other rows are returned. The other rows are used. */
  readonly onUnreadable?: (row: UnreadableRow) => void
}

/** The options of a call that writes. */
export interface SaveOptions extends CallOptions {
  /** The id of the installation's form. Default `2BFDA` for a contact and `43D81` for a pre-invoice. */
  readonly formId?: string
  /**
   * Called immediately before the write is sent, after all waiting for a slot or a login. `false`: it is not sent,
   * and the call ends as `unavailable`.
   */
  readonly mayLeave?: () => boolean
}

/** Calls to one Siagh server. All of them share one session, one rate limit and one circuit. */
export interface SiaghClient {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Logs in again, even if there is a session. */
  login(options?: CallOptions): ResultAsync<SiaghSession, ApiError>
  /** The present session. Logs in only if there is none. */
  session(options?: CallOptions): ResultAsync<SiaghSession, ApiError>
  /**
   * The whole contact list, about 1 kB a row. Siagh has no paging. Unreadable rows are left out and given to
   * `onUnreadable`. `malformed`: the answer is no list, none of its rows can be read, or 10,000 rows cannot be read.
   */
  getAllUsers(options?: ListOptions): ResultAsync<SiaghUser[], ApiError>
  /**
   * The whole contact list in batches of 500, read while it arrives. For lists that should not be in memory at once.
   * An error is the last item, after the batches before it, and has the same kind as an error of `getAllUsers`.
   * Nothing is sent before the first batch is requested. The call is repeated only until the first batch is returned.
   * If the consumer stops early, the request ends.
   *
   * `timeoutMs` is for the head of the answer and for each silence of Siagh after it. A slow consumer slows Siagh
   * down, and keeps its connection and its slot in the rate limit. So store the batches first, and work on them
   * later.
   */
  readUsers(options?: ListOptions): AsyncIterable<Result<readonly SiaghUser[], ApiError>>
  /** The contacts with fields that equal those of `filter`. Only `TelNo` was tried on a live installation. */
  findUsers(filter: Readonly<Record<string, unknown>>, options?: ListOptions): ResultAsync<SiaghUser[], ApiError>
  /**
   * Reads the whole list, because a filter by `RecordId` is unknown. Letter case does not matter. `null`: there is no
   * such contact. `malformed`: an unreadable row may be the contact.
   */
  findContactByRecordId(recordId: string, options?: CallOptions): ResultAsync<SiaghUser | null, ApiError>
  /**
   * Reads the whole list, because a filter by `Code` is unknown. `null`: there is no such contact. `malformed`: an
   * unreadable row may be the contact.
   */
  findContactByCustomerNumber(code: number, options?: CallOptions): ResultAsync<SiaghUser | null, ApiError>
  /** Not idempotent: a repeated call creates a second contact. */
  createContact(contact: ContactFields, options?: SaveOptions): ResultAsync<CreatedContact, ApiError>
  /**
   * Writes every field. An answer with another code means that Siagh has created a new contact. That is `rejected`,
   * because another attempt would create one more. The reason names both codes. A code that is not a whole number
   * above 0 is `rejected` and not sent.
   */
  updateContact(code: number, contact: ContactFields, options?: SaveOptions): ResultAsync<void, ApiError>
  /**
   * Not idempotent: a repeated call creates a second document. A number that is not finite is `rejected` and not
   * sent.
   */
  createPreInvoice(preInvoice: PreInvoice, options?: SaveOptions): ResultAsync<CreatedPreInvoice, ApiError>
}
