import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'

/** The answer to a login. Source: observed on live installations. */
export interface SiaghSession {
  readonly sessionId: string
  readonly userCode: number
  readonly userName?: string
  /** The branch that the user works in. */
  readonly branchCode?: number
  /** Jalali year, as in 1404. */
  readonly fiscalYear?: number
  /** Jalali date of the server, `1404/09/04`. */
  readonly systemDate?: string
  /** Local time of the server, `17:33`. */
  readonly systemTime?: string
}

/**
 * A row of the contact list, under Siagh's own names. Text that is null, missing or empty is absent here. Fields that
 * are not listed pass through untouched.
 */
export interface SiaghUser {
  /** GUID; never changes. */
  readonly RecordId: string
  /** The contact's code, the one that invoices refer to. */
  readonly Code: number
  /** Chosen by whoever wrote the contact. Some installations leave it out of the list, so its absence proves nothing. */
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
  /** `true` is an organization on the live system; one older document says the reverse. */
  readonly TowardType: boolean
  /** 0 person, 1 organization, where the installation answers it. */
  readonly tarafType?: number
  /** The contact's code as an account party (طرف حساب), another number than `Code`. Absent as long as it is none. Source: siagh.md. */
  readonly AccountPartyCode?: number | string
}

/** The fields of the contact form (`2BFDA`), under the form's own names. Every one is written: `''` empties it. */
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
  /** A text of the writer's choice, by which it knows its contact again. */
  readonly tmpid: string
  /** Remarks. */
  readonly tozihat: string
  /** 0 person, 1 organization: not the number of `TowardType`. */
  readonly taraftype: 0 | 1
}

/** One row of a pre-invoice. Amounts are in the money unit of the installation, Rial as a rule. */
export interface PreInvoiceLine {
  readonly productCode: string
  /** Unit name, as in `عدد`. */
  readonly unit: string
  readonly quantity: number
  /** Unit price before VAT and discount; Siagh adds VAT itself. */
  readonly price: number
  /** Discount amount of the whole row. */
  readonly discount: number
}

/** The fields of the pre-invoice form (`43D81`). */
export interface PreInvoice {
  /** 32 upper-case hex digits or a UUID: the same on every attempt at one document. */
  readonly suid: string
  /** `hssanadstate`, 8 on the live installation. */
  readonly state: number
  /** `codenoeesanad`: 2 is a sales pre-invoice. */
  readonly documentKind: number
  /** `codesalemodel`. */
  readonly saleModel: number
  /** `salmali`: a Jalali year, as in 1404. */
  readonly fiscalYear: number
  /** `codenoeepardakht`: 1 cash, 2 cheque. */
  readonly paymentKind: number
  /** `codemarkazforush`. */
  readonly salesCentre: number
  /** `codecontact`: the customer's `Code`; absent is sent empty. */
  readonly contactCode?: number
  /** `codemoshtari`: the customer's code as an account party (`AccountPartyCode`); must exist. */
  readonly customerCode: number
  /** `codenoeeforush`. */
  readonly saleKind: number
  /** `codevaseteh`; absent is sent empty. */
  readonly intermediary?: number
  /** `tozihat`. */
  readonly remarks: string
  /** `namenoesanad`: the title shown on the document. */
  readonly title: string
  readonly lines: readonly PreInvoiceLine[]
}

/** What Siagh tells of a contact that it made. */
export interface CreatedContact {
  /** The new contact's `Code`. Its `RecordId` is known only from the next reading of the list. */
  readonly code: number
}

/** What Siagh tells of a pre-invoice that it made. */
export interface CreatedPreInvoice {
  /** The document's internal code (`15459`). */
  readonly code: string
  /** The document's number (`2488`), where the message of success holds one. */
  readonly number?: string
  /** Another id of the document (`458640`), where one is answered. */
  readonly params?: string
}

/** What a call may be given. */
export interface CallOptions {
  readonly signal?: AbortSignal
}

/** A row of the contact list that cannot be read and was left out. Whoever needs that contact must not take it for absent. */
export interface UnreadableRow {
  /** Its place in the answer, from 0. */
  readonly index: number
  /** The first field at fault, as in `MobileNo`; `''` where the row is no object. */
  readonly field: string
  /** Those of its ids that could be read. */
  readonly code?: number
  readonly recordId?: string
  readonly tmpid?: string
}

/** What a call that reads a list may be given. */
export interface ListOptions extends CallOptions {
  /** Told of each row that cannot be read, before the rows are given; each row once. The other rows are used. */
  readonly onUnreadable?: (row: UnreadableRow) => void
}

/** What a call that writes may be given. */
export interface SaveOptions extends CallOptions {
  /** The id of the installation's form; default `2BFDA` for a contact and `43D81` for a pre-invoice. */
  readonly formId?: string
  /**
   * Asked at the last moment before the write leaves, however long it waited for its turn or for a login. `false`: it does not leave,
   * and the call ends as `unavailable`.
   */
  readonly mayLeave?: () => boolean
}

/** Calls to one Siagh server. All of them share one session, one rate limit and one circuit. */
export interface SiaghClient {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Logs in anew, whatever session there is. */
  login(options?: CallOptions): ResultAsync<SiaghSession, ApiError>
  /** The session in use; logs in only where there is none. */
  session(options?: CallOptions): ResultAsync<SiaghSession, ApiError>
  /**
   * The whole contact list, about 1 kB a row: Siagh has no paging. Rows that cannot be read are left out and told to `onUnreadable`.
   * `malformed`: the answer is no list, none of its rows can be read, or 10,000 cannot.
   */
  getAllUsers(options?: ListOptions): ResultAsync<SiaghUser[], ApiError>
  /**
   * The whole contact list in batches of 500, read while it arrives, for lists that should not be held in memory at once. An error is
   * the last item, with the batches before it already given; it is of the kind that `getAllUsers` would give. Nothing is sent before
   * the first batch is asked for, and the call is repeated only until that is given. A consumer that stops early ends the request.
   *
   * `timeoutMs` is for the head of the answer and for each silence of Siagh after it. A slow consumer holds Siagh back, and its
   * connection and place in the rate limit with it: put batches aside rather than work on each.
   */
  readUsers(options?: ListOptions): AsyncIterable<Result<readonly SiaghUser[], ApiError>>
  /** The contacts whose fields equal those of `filter`. Only `TelNo` was ever tried on a live installation. */
  findUsers(filter: Readonly<Record<string, unknown>>, options?: ListOptions): ResultAsync<SiaghUser[], ApiError>
  /**
   * Reads the whole list, since a filter by `RecordId` is unknown; compares without regard to case. `null`: no such contact.
   * `malformed`: it may be a row that cannot be read.
   */
  findContactByRecordId(recordId: string, options?: CallOptions): ResultAsync<SiaghUser | null, ApiError>
  /** Reads the whole list, since a filter by `Code` is unknown. `null`: no such contact. `malformed`: it may be a row that cannot be read. */
  findContactByCustomerNumber(code: number, options?: CallOptions): ResultAsync<SiaghUser | null, ApiError>
  /** Not idempotent: a repeated call makes a second contact. */
  createContact(contact: ContactFields, options?: SaveOptions): ResultAsync<CreatedContact, ApiError>
  /**
   * Writes every field. An answer with another code means that Siagh made a new contact: `rejected`, since sent again it would
   * make one more; the reason names both codes. A code that is not a whole number above 0 is `rejected` unsent.
   */
  updateContact(code: number, contact: ContactFields, options?: SaveOptions): ResultAsync<void, ApiError>
  /** Not idempotent: a repeated call makes a second document. A number that is not finite is `rejected` unsent. */
  createPreInvoice(preInvoice: PreInvoice, options?: SaveOptions): ResultAsync<CreatedPreInvoice, ApiError>
}
