import type { Result, ResultAsync } from 'neverthrow'
import type { ApiError } from '@siagh-sync/http-client'
import type { CallOptions, CreateOptions, ListOptions, UnreadableRow } from './call-types'
import type { IdentitySummary, Invoice, NewOrganization, NewPerson, Organization, Person, Quote } from './types'

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
