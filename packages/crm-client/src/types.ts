import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'
import type { CallOptions, CreateOptions, ListOptions, UnreadableRow } from './call-types'
import type { Category, ExtendedProperty } from './custom-fields'

export type { Category, ExtendedProperty }

/**
 * The objects of the CRM have its own field names. A text that is null, missing or empty is absent here. Fields that
 * are not listed pass unchanged. Date-times from the CRM have no offset and are read as Asia/Tehran local time.
 */
export interface PhoneContact {
  readonly id?: string
  readonly default?: boolean
  /** Free text. Examples: `Mobile`, `Office`, `موبایل`. */
  readonly phoneType?: string
  readonly phoneNumber?: string
  /** Nobody has seen it filled, so it is not read. */
  readonly continuedNumber?: string
  /** The number to dial inside the company. It is no part of `phoneNumber`. */
  readonly extension?: string
}

/** An address of a person or organization. */
export interface AddressContact {
  readonly id?: string
  readonly default?: boolean
  readonly country?: string
  readonly state?: string
  readonly city?: string
  readonly addressType?: string
  readonly areaCode?: string
  readonly address?: string
  readonly zipCode?: string
  readonly zipBox?: string
}

/** The fields that persons and organizations share. */
export interface IdentityFields {
  readonly crmId: string
  readonly identityId?: string
  readonly crmObjectTypeCode?: string
  /** The full display name. */
  readonly nickName?: string
  /** Free text for an id of another system: Siagh's `RecordId` goes here. */
  readonly refId?: string
  readonly customerNumber?: string
  readonly nationalCode?: string
  readonly economicCode?: string
  readonly email?: string
  readonly alternativeEmail?: string
  readonly website?: string
  readonly description?: string
  readonly phoneContacts: readonly PhoneContact[]
  readonly addressContacts: readonly AddressContact[]
  readonly categories?: readonly Category[]
  readonly extendedProperties?: readonly ExtendedProperty[]
  readonly creatDate?: Date
  readonly modifyDate?: Date
}

/** A person (مخاطب حقیقی). */
export interface Person extends IdentityFields {
  readonly firstName?: string
  readonly lastName?: string
  readonly gender?: string
  readonly birthDate?: Date
  readonly personPrefix?: string
}

/** An organization (مخاطب حقوقی). */
export interface Organization extends IdentityFields {
  readonly registerNumber?: string
  readonly businessType?: string
}

type New<T extends IdentityFields> = Partial<Omit<T, 'crmId' | 'identityId' | 'creatDate' | 'modifyDate'>>

/** A person to create, without ids. */
export type NewPerson = New<Person>
/** An organization to create, without ids. */
export type NewOrganization = New<Organization>

/** A line of an invoice or quote. Amounts in Rial, up to 4 decimals. */
export interface DocumentLine {
  readonly productCode?: string
  readonly productId?: string
  readonly productName?: string
  readonly isService?: boolean
  /** Unit price before discount and VAT. */
  readonly baseUnitPrice?: number
  readonly finalUnitPrice?: number
  readonly count?: number
  readonly returnedCount?: number
  /** `baseUnitPrice` x `count`, or what a formula of the CRM has made. */
  readonly totalUnitPrice?: number
  readonly totalDiscount?: number
  readonly totalVat?: number
  readonly totalToll?: number
  readonly discountPercent?: number
  readonly detailDescription?: string
  readonly productUnitTypeName?: string
}

/** The fields that invoices and quotes share. Amounts in Rial, up to 4 decimals. */
export interface DocumentFields {
  readonly crmId: string
  /** The customer. */
  readonly identityId?: string
  /** Example: `PI_5`. */
  readonly crmObjectTypeCode?: string
  readonly number?: string
  readonly subject?: string
  readonly description?: string
  readonly refId?: string
  readonly details: readonly DocumentLine[]
  /** Sum of the lines' `totalUnitPrice`. */
  readonly totalValue?: number
  /** The discount of the document. It may include the discounts of its lines; `finalValue` shows it. */
  readonly discount?: number
  readonly discountPercent?: number
  readonly vat?: number
  readonly vatPercent?: number
  readonly toll?: number
  readonly tollPercent?: number
  readonly additionalCosts?: number
  readonly finalValue?: number
  readonly billableObjectState?: string
  /** The kind of object: 5 sales invoice, 8 sales quote, 9 receipt, 15 purchase invoice, 17 sales return, and so on. */
  readonly crmObjectTypeIndex?: number
  /** 1: new. 2: approved and numbered. An edit can put a document back. */
  readonly billableObjectStateIndex?: number
  /** The categories of an identity. No document with a category was seen. */
  readonly categories?: readonly Category[]
  readonly extendedProperties?: readonly ExtendedProperty[]
  readonly creatDate?: Date
  readonly modifyDate?: Date
  readonly expireDate?: Date
}

/** A sales invoice. */
export interface Invoice extends DocumentFields {
  readonly invoiceType?: string
  readonly invoiceDate?: Date
  readonly relatedQuoteId?: string
}

/** A sales quote. */
export interface Quote extends DocumentFields {
  readonly quoteType?: string
  readonly quoteDate?: Date
}

/** What a search returns about an identity. */
export interface IdentitySummary {
  readonly identityId: string
  readonly nickName?: string
  readonly customerNo?: string
}

/** The page of a search for persons and organizations. Only a get by id shows the type of an identity. */
export interface IdentityQuery {
  /** From 0. */
  readonly pageNumber: number
  /** 500 is known to work. */
  readonly pageSize: number
  readonly searchTerm?: string
}

/** The kinds of object that `find` accepts, and the type of its results. */
export interface FoundObjects {
  readonly person: Person
  readonly organization: Organization
  readonly invoice: Invoice
  readonly quote: Quote
}

/** How a field is compared with a value. */
export type FindOperator =
  | 'equals'
  | 'greater'
  | 'greaterOrEqual'
  | 'in'
  | 'less'
  | 'lessOrEqual'
  | 'notEqual'
  | 'notIn'
  | 'startsWith'
  | 'contains'
  | 'endsWith'

/** One comparison of a query. */
export interface FindCondition {
  /** PascalCase: `FirstName`, `ModifyDate`. */
  readonly field: string
  readonly operator: FindOperator
  /**
   * Sent as text, as the vendor's own client does. A `Date` is sent as Asia/Tehran local time, and a list as a list
   * of texts.
   */
  readonly value: string | number | boolean | Date | readonly (string | number)[]
  /** Joins this condition to the one before it. Default `and`. */
  readonly join?: 'and' | 'or'
  readonly negate?: boolean
}

/** The page of a `find`. */
export interface FindQuery {
  readonly typeKey: string
  readonly conditions: readonly FindCondition[]
  readonly orderBy?: readonly { readonly field: string; readonly direction: 'ascending' | 'descending' }[]
  /** From 1. */
  readonly pageNumber: number
  readonly pageSize: number
}

/** A page of results. */
export interface FindPage<T> {
  /** The readable rows. */
  readonly data: readonly T[]
  /** Absent: all rows can be read. */
  readonly unreadable?: readonly UnreadableRow[]
  /** How many records there are on all pages, including unreadable rows. Absent: the CRM does not say it. */
  readonly total?: number
}

/** Calls to one CRM server. All of them share one session, one rate limit and one circuit. */
export interface CrmClient {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Logs in again, even if there is a session. */
  login(options?: CallOptions): ResultAsync<{ readonly expiresAt: Date }, ApiError>
  /**
   * One page. Unreadable rows are left out and given to `onUnreadable`. `malformed`: the answer is no list, or none
   * of its rows can be read.
   */
  searchIdentities(query: IdentityQuery, options?: ListOptions): ResultAsync<readonly IdentitySummary[], ApiError>
  /**
   * One page of a search with the filter `identityType`. Only to find out what this CRM takes the filter for: two
   * sources contradict each other, so nothing may rest on its answer.
   */
  searchByIdentityType(
    query: IdentityQuery & { readonly identityType: 1 | 2 },
    options?: ListOptions,
  ): ResultAsync<readonly IdentitySummary[], ApiError>
  /**
   * Every identity, page by page. `onUnreadable` is called for each unreadable row. Ends after a short or empty page,
   * after the first failure (yielded as the last item), and with `malformed` if the server returns the same page
   * twice.
   */
  searchAllIdentities(
    query?: Partial<Omit<IdentityQuery, 'pageNumber'>>,
    options?: ListOptions,
  ): AsyncIterable<Result<readonly IdentitySummary[], ApiError>>
  /**
   * A missing id is `not_found`, if the server answers 404, 400 or an empty 200. A 500 stays `unavailable` with
   * `status: 500`.
   */
  getPerson(id: string, options?: CallOptions): ResultAsync<Person, ApiError>
  getOrganization(id: string, options?: CallOptions): ResultAsync<Organization, ApiError>
  getInvoice(id: string, options?: CallOptions): ResultAsync<Invoice, ApiError>
  getQuote(id: string, options?: CallOptions): ResultAsync<Quote, ApiError>
  /**
   * Not idempotent. An installation may require unique phones, e-mails, names or national codes; then the error is
   * `rejected`.
   */
  createPerson(person: NewPerson, options?: CreateOptions): ResultAsync<{ readonly crmId: string }, ApiError>
  createOrganization(
    organization: NewOrganization,
    options?: CreateOptions,
  ): ResultAsync<{ readonly crmId: string }, ApiError>
  /** Sends the object as given. Start with the object that `getPerson` has returned. */
  updatePerson(person: Person, options?: CallOptions): ResultAsync<{ readonly crmId: string }, ApiError>
  updateOrganization(
    organization: Organization,
    options?: CallOptions,
  ): ResultAsync<{ readonly crmId: string }, ApiError>
  /** Unreadable rows are in `unreadable`. `malformed`: the answer is no page, or none of its rows can be read. */
  find<K extends keyof FoundObjects>(
    kind: K,
    query: FindQuery,
    options?: CallOptions,
  ): ResultAsync<FindPage<FoundObjects[K]>, ApiError>
  /** Changes the state of an invoice. */
  setInvoiceState(
    id: string,
    state: 'numbered' | 'approved' | 'pending' | 'rejected',
    options?: CallOptions,
  ): ResultAsync<void, ApiError>
}
