import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'
import type { CallOptions, CreateOptions, ListOptions, UnreadableRow } from './call-types'
import type { Category, ExtendedProperty } from './custom-fields'

export type { Category, ExtendedProperty }

/**
 * The objects of the CRM under its own names. Text that is null, missing or empty is absent here; fields that are not
 * listed pass through untouched. Date-times carry no offset on the wire and are read as Asia/Tehran local time.
 */
export interface PhoneContact {
  readonly id?: string
  readonly default?: boolean
  /** Free text: `Mobile`, `Office`, `موبایل`… */
  readonly phoneType?: string
  readonly phoneNumber?: string
  /** Nobody has seen it filled, so nothing is read out of it. */
  readonly continuedNumber?: string
  /** What is dialled inside the company: no part of `phoneNumber`. */
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

/** What a person and an organization have in common. */
export interface IdentityFields {
  readonly crmId: string
  readonly identityId?: string
  readonly crmObjectTypeCode?: string
  /** The full display name. */
  readonly nickName?: string
  /** Free text for an outside id: Siagh's `RecordId` goes here. */
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

/** A person to create: the object without its ids. */
export type NewPerson = New<Person>
/** An organization to create: the object without its ids. */
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
  /** `baseUnitPrice` x `count`. */
  readonly totalUnitPrice?: number
  readonly totalDiscount?: number
  readonly totalVat?: number
  readonly totalToll?: number
  readonly discountPercent?: number
  readonly detailDescription?: string
  readonly productUnitTypeName?: string
}

/** What an invoice and a quote have in common. Amounts in Rial, up to 4 decimals. */
export interface DocumentFields {
  readonly crmId: string
  /** The customer. */
  readonly identityId?: string
  /** As in `PI_5`. */
  readonly crmObjectTypeCode?: string
  readonly number?: string
  readonly subject?: string
  readonly description?: string
  readonly refId?: string
  readonly details: readonly DocumentLine[]
  /** Sum of the lines' `totalUnitPrice`. */
  readonly totalValue?: number
  /** The document's own discount, beside those of its lines. */
  readonly discount?: number
  readonly discountPercent?: number
  readonly vat?: number
  readonly vatPercent?: number
  readonly toll?: number
  readonly tollPercent?: number
  readonly additionalCosts?: number
  readonly finalValue?: number
  readonly billableObjectState?: string
  /** Of an identity; no document was seen with any. */
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

/** What a search tells of an identity. */
export interface IdentitySummary {
  readonly identityId: string
  readonly nickName?: string
  readonly customerNo?: string
}

/** Which page of which identities: persons and organizations alike. Only a get by id tells which of the two an identity is. */
export interface IdentityQuery {
  /** From 0. */
  readonly pageNumber: number
  /** 500 works. */
  readonly pageSize: number
  readonly searchTerm?: string
}

/** The kinds of object that can be asked for by `find`, and what each answers. */
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
  /** Sent as text, as the vendor's own client does; a `Date` as Asia/Tehran local time, a list as a list of texts. */
  readonly value: string | number | boolean | Date | readonly (string | number)[]
  /** How this condition joins the one before it; default `and`. */
  readonly join?: 'and' | 'or'
  readonly negate?: boolean
}

/** Which page of which objects. */
export interface FindQuery {
  readonly typeKey: string
  readonly conditions: readonly FindCondition[]
  readonly orderBy?: readonly { readonly field: string; readonly direction: 'ascending' | 'descending' }[]
  /** From 1. */
  readonly pageNumber: number
  readonly pageSize: number
}

/** A page of what was found; `total` counts all pages, with the rows that cannot be read. */
export interface FindPage<T> {
  /** The rows that can be read. */
  readonly data: readonly T[]
  /** Absent where all can be read. */
  readonly unreadable?: readonly UnreadableRow[]
  readonly total: number
}

/** Calls to one CRM server. All of them share one session, one rate limit and one circuit. */
export interface CrmClient {
  /** The address of the server, without a slash at its end. */
  readonly baseUrl: string
  /** Logs in anew, whatever session there is. */
  login(options?: CallOptions): ResultAsync<{ readonly expiresAt: Date }, ApiError>
  /**
   * One page. Rows that cannot be read are left out and told to `onUnreadable`; `malformed`: the answer is no list, or none of its rows
   * can be read.
   */
  searchIdentities(query: IdentityQuery, options?: ListOptions): ResultAsync<readonly IdentitySummary[], ApiError>
  /**
   * Every identity, page by page; of each row that cannot be read `onUnreadable` is told. Ends after a short or empty page, after the first failure (yielded as the last item), and
   * with `malformed` where the server answers the same page twice.
   */
  searchAllIdentities(
    query?: Partial<Omit<IdentityQuery, 'pageNumber'>>,
    options?: ListOptions,
  ): AsyncIterable<Result<readonly IdentitySummary[], ApiError>>
  /** A missing id is `not_found`, whether the server says 404, 400 or an empty 200. A 500 stays `unavailable` with `status: 500`. */
  getPerson(id: string, options?: CallOptions): ResultAsync<Person, ApiError>
  getOrganization(id: string, options?: CallOptions): ResultAsync<Organization, ApiError>
  getInvoice(id: string, options?: CallOptions): ResultAsync<Invoice, ApiError>
  getQuote(id: string, options?: CallOptions): ResultAsync<Quote, ApiError>
  /** Not idempotent. An installation may demand unique phones, e-mails, names or national codes: `rejected`. */
  createPerson(person: NewPerson, options?: CreateOptions): ResultAsync<{ readonly crmId: string }, ApiError>
  createOrganization(
    organization: NewOrganization,
    options?: CreateOptions,
  ): ResultAsync<{ readonly crmId: string }, ApiError>
  /** Sends the object as given: start from what `getPerson` answered. */
  updatePerson(person: Person, options?: CallOptions): ResultAsync<{ readonly crmId: string }, ApiError>
  updateOrganization(
    organization: Organization,
    options?: CallOptions,
  ): ResultAsync<{ readonly crmId: string }, ApiError>
  /** Rows that cannot be read are in `unreadable`. `malformed`: the answer is no page, or none of its rows can be read. */
  find<K extends keyof FoundObjects>(
    kind: K,
    query: FindQuery,
    options?: CallOptions,
  ): ResultAsync<FindPage<FoundObjects[K]>, ApiError>
  /** Moves an invoice to another state. */
  setInvoiceState(
    id: string,
    state: 'numbered' | 'approved' | 'pending' | 'rejected',
    options?: CallOptions,
  ): ResultAsync<void, ApiError>
}
