import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'

/** The answer to a login. Source: observed on live installations. */
export interface SiaghSession {
  readonly sessionId: string
  readonly userCode: number
  readonly userName?: string
  /** The branch that the user works in. */
  readonly branchCode?: number
  /** A Jalali year. Example: 1404. */
  readonly fiscalYear?: number
  /** Jalali date of the server. Example: `1404/09/04`. */
  readonly systemDate?: string
  /** Local time of the server. Example: `17:33`. */
  readonly systemTime?: string
}

/**
 * A row of the contact list, with Siagh's own field names. A text that is null, missing or empty is absent here.
 * Fields that are not listed pass unchanged.
 */
export interface SiaghUser {
  /** GUID; never changes. */
  readonly RecordId: string
  /** The contact's code. Invoices refer to it. */
  readonly Code: number
  /**
   * A text that the writer of the contact has chosen. Some installations do not list it, so its absence proves
   * nothing.
   */
  readonly tmpid?: string
  readonly Name?: string
  readonly NickName?: string
  readonly NationalCode?: string
  readonly MobileNo?: string
  readonly MobileNo2?: string
  readonly TelNo?: string
  readonly TelNo2?: string
  readonly Email?: string
  readonly Email2?: string
  readonly Address?: string
  readonly PostalCode?: string
  readonly CityCode?: string
  readonly CountryCode?: string
  readonly GeographicCode?: string
  readonly Gender?: string
  readonly Description?: string
  readonly WebSiteAddress?: string
  readonly IsActive: boolean
  readonly IsAdminUser: boolean
  /** On the live system `true` is an organization. One older document says the reverse. */
  readonly TowardType: boolean
  /** 0 person, 1 organization. Absent: the installation does not return it. */
  readonly tarafType?: number
  /**
   * The contact's code as an account party (طرف حساب). It is another number than `Code`. Absent: the contact is no
   * account party. Source: siagh.md.
   */
  readonly AccountPartyCode?: number | string
}

/** The fields of the contact form (`2BFDA`), with the form's own names. Every field is written: `''` empties it. */
export interface ContactFields {
  readonly isactive: boolean
  readonly gender: string
  readonly websiteaddress: string
  /** Postal code. */
  readonly pocode: string
  /** Province code. */
  readonly codeostan: string
  readonly address: string
  /** City code. */
  readonly codeshahr: string
  readonly countrycode: string
  readonly email: string
  readonly fullname: string
  readonly mobileno: string
  readonly telno: string
  /** National code of a person, national id of an organization. */
  readonly passno: string
  /** A text that the writer chooses, to find its contact again. */
  readonly tmpid: string
  /** Remarks. */
  readonly tozihat: string
  /** 0 person, 1 organization. These are not the values of `TowardType`. */
  readonly taraftype: 0 | 1
}

/** One row of a pre-invoice. Amounts are in the money unit of the installation, usually Rial. */
export interface PreInvoiceLine {
  readonly productCode: string
  /** Unit name. Example: `عدد`. */
  readonly unit: string
  readonly quantity: number
  /** Unit price before VAT and discount; Siagh adds VAT itself. */
  readonly price: number
  /** Discount amount of the whole row. */
  readonly discount: number
}

/** The fields of the pre-invoice form (`43D81`). */
export interface PreInvoice {
  /** 32 upper-case hex digits or a UUID. The same for every attempt at one document. */
  readonly suid: string
  /** `hssanadstate`, 8 on the live installation. */
  readonly state: number
  /** `codenoeesanad`: 2 is a sales pre-invoice. */
  readonly documentKind: number
  /** `codesalemodel`. */
  readonly saleModel: number
  /** `salmali`: a Jalali year. Example: 1404. */
  readonly fiscalYear: number
  /** `codenoeepardakht`: 1 cash, 2 cheque. */
  readonly paymentKind: number
  /** `codemarkazforush`. */
  readonly salesCentre: number
  /** `codecontact`: the customer's `Code`. Absent: sent empty. */
  readonly contactCode?: number
  /** `codemoshtari`: the customer's code as an account party (`AccountPartyCode`). It must exist. */
  readonly customerCode: number
  /** `codenoeeforush`. */
  readonly saleKind: number
  /** `codevaseteh`. Absent: sent empty. */
  readonly intermediary?: number
  /** `tozihat`. */
  readonly remarks: string
  /** `namenoesanad`: the title on the document. */
  readonly title: string
  readonly lines: readonly PreInvoiceLine[]
}

/** Siagh's answer about a new contact. */
export interface CreatedContact {
  /** The new contact's `Code`. Its `RecordId` is known only from the next reading of the list. */
  readonly code: number
}

/** Siagh's answer about a new pre-invoice. */
export interface CreatedPreInvoice {
  /** The document's internal code (`15459`). */
  readonly code: string
  /** The document's number (`2488`). Absent: the success message holds none. */
  readonly number?: string
  /** Another id of the document (`458640`). Absent: Siagh did not return it. */
  readonly params?: string
}

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
