import type {
  CrmAddress,
  CrmDetail,
  CrmDocument,
  CrmInvoice,
  CrmOrganization,
  CrmPerson,
  CrmPhone,
  CrmQuote,
} from './crm-objects'

type SystemField = 'creatDate' | 'modifyDate'

/** Fields with their lists filled in as far as the writer likes; what is left out is unset. */
type Loose<T> = Partial<Omit<T, SystemField | 'phoneContacts' | 'addressContacts' | 'details'>>

interface IdentityLists {
  readonly phoneContacts?: readonly Partial<CrmPhone>[]
  readonly addressContacts?: readonly Partial<CrmAddress>[]
}

/** What a person is made of; a `crmId` that is given is kept. */
export type PersonFields = Loose<CrmPerson> & IdentityLists

/** What an organization is made of; a `crmId` that is given is kept. */
export type OrganizationFields = Loose<CrmOrganization> & IdentityLists

interface DocumentLists {
  readonly details?: readonly Partial<CrmDetail>[]
}

/**
 * What an invoice is made of. Sums that are left out are added up from the lines: then `discount` is the document's own, and the dialect says what the CRM
 * shows. If `finalValue` is given, the other sums are shown as they are given.
 */
export type InvoiceFields = Loose<CrmInvoice> & DocumentLists

/** What a quote is made of. Sums that are left out are added up from the lines. */
export type QuoteFields = Loose<CrmQuote> & DocumentLists

/** Changes to an invoice or a quote; sums that are left out are added up anew. */
export type DocumentFields = Loose<CrmDocument> & DocumentLists

/** The fields of each kind of object. */
export interface FieldsOf {
  readonly person: PersonFields
  readonly organization: OrganizationFields
  readonly invoice: InvoiceFields
  readonly quote: QuoteFields
}
