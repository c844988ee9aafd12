import type { Category, Invoice, Organization, Person, Quote } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { ContactDraft, ContactFieldName } from '../identity/contact-draft'
import type { IdentityDraft } from '../to-identity/identity-draft'
import type { SplitName } from '../to-identity/split-name'
import type { PreInvoiceDraft } from '../invoice/pre-invoice-draft'
import type { DocumentKind, FoundKind, IdentityType } from '../types'
import type { ByDocument } from './by-document'
import type { CustomerNumberCodec } from './customer-number'

/** Everything that differs from site to site, with every default filled in. */
export interface Rules {
  /** Ids of the installation's forms. */
  readonly forms: FormRules
  /** The `TowardType` of an organization in Siagh's contact list. Default `true`, as on the live system. */
  readonly organizationTowardType: boolean
  /** How the CRM's customer number names a Siagh `Code`. Default `plain()`. */
  readonly customerNumber: CustomerNumberCodec
  /** The letters sent to Siagh; `arabic` (ي and ك) for an installation whose older clients wrote those. Default `persian`. */
  readonly letters: 'persian' | 'arabic'
  /** The unit that Siagh is kept in; the CRM is in Rial. 1 toman is 10 Rial, 1 new Rial 10,000. Default `rial`. */
  readonly money: 'rial' | 'toman' | 'new-rial'
  /** By what an unmapped identity finds its contact, in this order. Default `refId`, then `customerNumber`. */
  readonly matchOrder: readonly ('refId' | 'customerNumber')[]
  readonly contact: ContactRules
  readonly preInvoice: PreInvoiceRules
  readonly find: FindRules
  readonly catchUp: CatchUpRules
  readonly import: ImportRules
  readonly retry: RetryRules
  /** How old the contact list may be when a contact is created on its word. Default 60,000 ms. */
  readonly contactListMaxAgeMs: number
  /**
   * How long Siagh's contact list may take to show a new contact. So long its absence from the list proves nothing.
   * Nobody has seen how long it takes. Default 360,000 ms.
   */
  readonly contactListLagMs: number
  /**
   * Which part of the contacts that are known the contact list has to hold, from 0 to 1. A list that holds less is not believed: it counts as an
   * outage of Siagh. Default 0.8.
   */
  readonly contactListMinShare: number
  /** How long a worker holds a record unless it renews. Default 60,000 ms. */
  readonly leaseMs: number
  /** The pause between two runs of one record. Default 1,000 ms. */
  readonly settleDelayMs: number
  /** How often the sweep looks for changes that nobody handles. Default 60,000 ms. */
  readonly sweepEveryMs: number
  readonly retention: RetentionRules
  /** Replaces `toContact`. */
  readonly toContact?: ToContact
  /** Replaces `toPreInvoice`. */
  readonly toPreInvoice?: ToPreInvoice
  /** Replaces `toIdentity`. */
  readonly toIdentity?: ToIdentity
}

/** Turns an identity of the CRM into a contact of Siagh; pure, and the same for the same input. */
export type ToContact = (
  identity: Person | Organization,
  type: IdentityType,
  rules: Rules,
) => Result<ContactDraft, SyncError>

/** Turns a document of the CRM into a pre-invoice of Siagh; pure, and the same for the same input. */
export type ToPreInvoice = (
  document: Invoice | Quote,
  kind: DocumentKind,
  rules: Rules,
) => Result<PreInvoiceDraft, SyncError>

/** Turns a contact of Siagh into an identity of the CRM, for the initial import; pure, and the same for the same input. */
export type ToIdentity = (row: SiaghUser, type: IdentityType, rules: Rules) => Result<IdentityDraft, SyncError>

/** How long the store keeps what it no longer needs. What is pending, failed or mapped is always kept. */
export interface RetentionRules {
  /** How many days the journal keeps the entry of a run. Default 365. */
  readonly journalDays: number | 'for-ever'
  /** How long the inbox remembers a change that was handled. Default 30. */
  readonly settledDays: number | 'for-ever'
}

/** Ids of the installation's forms. */
export interface FormRules {
  /** Default `2BFDA`. */
  readonly contact: string
  /** Default `43D81`. */
  readonly preInvoice: string
}

/** Decides whether an identity belongs into the books. */
export type AcceptIdentity = (identity: Person | Organization, type: IdentityType) => boolean

/** How identities become contacts. */
export interface ContactRules {
  /**
   * Which identities become contacts. The customer of an accepted document always does, and an identity that Siagh has
   * already is kept up to date. Default: all.
   */
  readonly accept: AcceptIdentity
  /** The fields that an update takes from the CRM; every other keeps what Siagh holds. Default: all of them. */
  readonly owned: readonly ContactFieldName[]
  /**
   * Fields of the contact that come from a custom field of the CRM (فیلد دلخواه), by its `userKey`, as in
   * `{ passno: 'national_id' }`. If the custom field is empty, the usual field counts. Default: none.
   */
  readonly fields: Readonly<Partial<Record<ContactFieldName, string>>>
  /** What happens to the contact of an identity that was deleted in the CRM. Default `nothing`. */
  readonly onDelete: 'nothing' | 'deactivate'
  /**
   * Where the contact list tells the province code that an update has to send along; `none` sends it empty. Nobody has seen the
   * two side by side: look at one contact before and after an update. Default `GeographicCode`.
   */
  readonly provinceField: 'GeographicCode' | 'none'
  /** Whether the contact's `RecordId` is written into the identity's `refId`. Default `false`. */
  readonly writeBackRecordId: boolean
  /**
   * The longest text that goes into each field, in UTF-16 code units. A longer one is refused: a name that was cut is
   * another name. Siagh's own limits are unknown; the defaults are far above what people type.
   */
  readonly maxLengths: Readonly<Record<ContactFieldName, number>>
}

/** How documents become pre-invoices. */
export interface PreInvoiceRules {
  /** `hssanadstate`. Default 8, the only state that this form is known to take. */
  readonly state: number
  /** `codenoeesanad`. Default 2, a sales pre-invoice: the only kind of document that this form is known to make. */
  readonly documentKind: number
  /** `codenoeeforush`, the kind of sale, from the installation's own list. 1 is unofficial (غیر رسمی). No default. */
  readonly saleKind?: ByDocument<number>
  /** `codesalemodel`, the sale model, from the installation's own list. No default. */
  readonly saleModel?: ByDocument<number>
  /** `codemarkazforush`, the sales centre, from the installation's own list. No default. */
  readonly salesCentre?: ByDocument<number>
  /** `codenoeepardakht`, the payment: 1 cash, 2 cheque; others are the installation's own. No default. */
  readonly paymentKind?: ByDocument<number>
  /** `codevaseteh`, the intermediary. `null`: there is none, and the field is sent empty. No default. */
  readonly intermediary?: ByDocument<number | null>
  /** `namenoesanad`, the title shown on the document. No default. */
  readonly title?: ByDocument<string>
  /**
   * The codes of the customer. `account-party`: `codecontact` is the contact's `Code` and `codemoshtari` its `AccountPartyCode`, as in the one
   * request that Siagh is known to have accepted. `contact`: `codemoshtari` is the contact's `Code`, and `codecontact` is empty. Or a function of the
   * contact's row. Default `account-party`.
   */
  readonly customer: 'account-party' | 'contact' | ((row: SiaghUser) => CustomerCodes)
  /** The unit of a line whose product has none. Default `عدد`. */
  readonly unit: string
  /** Unit names of the CRM that are called otherwise in Siagh. Default: none. */
  readonly units: Readonly<Record<string, string>>
  /** `salmali`: that of Siagh's login answer, the Jalali year of the document's date, or a fixed year. Default `login`. */
  readonly fiscalYear: 'login' | 'document-date' | number
  /**
   * What becomes of a toll and of additional costs, which a pre-invoice has no field for: the document is refused, or
   * their amounts are written into the remarks. Default `refuse`.
   */
  readonly extras: 'refuse' | 'remarks'
  /** How the amounts are to be read, where a site knows it. Their sum has to be the `finalValue` all the same. */
  readonly totals: TotalsRules
  /**
   * Custom fields of the document (فیلد دلخواه) that are written into the remarks, by their `userKey`s, each as
   * `name: value`. Default: none.
   */
  readonly remarks: readonly string[]
  /** The longest `tozihat`, in UTF-16 code units; only the description is cut to fit it. Default 1,000. */
  readonly maxRemarksLength: number
  /** Which documents go to Siagh. Default: all. */
  readonly accept: (document: Invoice | Quote, kind: DocumentKind) => boolean
  /**
   * Which documents may be in Siagh although the store does not know them, as after an older store was restored: those are not
   * posted but set apart in doubt, until an operator says what is true. Default: none.
   */
  readonly maybePosted: (document: Invoice | Quote, kind: DocumentKind) => boolean
}

/** How the amounts of a document are to be read. */
export interface TotalsRules {
  /**
   * Whether the discount of a document comes on top of the discounts of its lines, or includes them. By default the
   * reading that makes the `finalValue` of the document. Default `by-final-value`.
   */
  readonly discount: 'by-final-value' | 'on-top' | 'included'
  /**
   * Whether a row is worth its price times its count, or its `totalUnitPrice`, which a formula may have made. Default
   * `by-final-value`.
   */
  readonly rows: 'by-final-value' | 'price' | 'total'
}

/** The codes by which a pre-invoice names its customer, whole numbers above 0. */
export interface CustomerCodes {
  /** `codecontact`, the contact's `Code`; absent is sent empty. */
  readonly contactCode?: number
  /** `codemoshtari`, the code of the account party that is billed. */
  readonly customerCode: number
}

/** How the CRM is asked for its records by `find`. */
export interface FindRules {
  /**
   * The `typeKey`s of each kind, asked for one after the other. What an installation wants here is not known: `['']` asks for all of
   * a kind where that is enough, else list the codes of its types, as in `['PI_5', 'PI_6']`. Default `['']` for each.
   */
  readonly typeKeys: Readonly<Record<FoundKind, readonly string[]>>
}

/** How the CRM is asked for changes whose webhooks were lost. */
export interface CatchUpRules {
  /** The workers ask at their start and then this often; `never`: only `catchUp` does. Default 600,000 ms. */
  readonly everyMs: number | 'never'
  /**
   * How far before the last change each catch-up begins, on the CRM's clock: a change may become visible later than one that bears a
   * later time. More than the CRM's clock is ever set back. Default 300,000 ms.
   */
  readonly overlapMs: number
  /**
   * Where the CRM refuses `find`, all identities have to be noted to catch a lost change: the workers do so at most this often.
   * Default 86,400,000 ms, a day.
   */
  readonly walkEveryMs: number
}

/** How the contacts of Siagh become identities of the CRM. */
export interface ImportRules {
  /**
   * What is proof enough that a contact and an identity are the same, where nothing surer names one. What is not listed is
   * only told, for a person to decide. Default: none.
   */
  readonly accept: readonly ('nationalCode' | 'mobile' | 'nameAndPhone')[]
  /** Whether contacts that are switched off in Siagh are brought over. Default `skip`. */
  readonly inactive: 'skip' | 'import'
  /** Splits the name of a person. Default: `splitName`, which knows titles and compound Persian names. */
  readonly splitName: (name: string) => SplitName
  /**
   * The categories that a contact gets in the CRM: their keys, or a function of the contact's row. An installation may
   * refuse an identity without a category. Default: none.
   */
  readonly categories: readonly string[] | ((row: SiaghUser) => readonly Category[])
  /** `crmObjectTypeCode` of what is made. Default: the CRM chooses. */
  readonly typeCode: { readonly person?: string; readonly organization?: string }
}

/** Backoff is exponential with full jitter. */
export interface RetryRules {
  /** Attempts before a change becomes a dead letter. Default 12. */
  readonly attempts: number
  /** Default 2,000 ms. */
  readonly firstDelayMs: number
  /** Default 900,000 ms. */
  readonly maxDelayMs: number
  /** The wait after a write whose answer was lost. Default 30,000 ms. */
  readonly afterUnknownWriteMs: number
}

type Section = 'forms' | 'contact' | 'preInvoice' | 'find' | 'catchUp' | 'import' | 'retry' | 'retention'

/** What a site gives: only what it wants otherwise than the defaults of `Rules`. */
export type RulesInput = Partial<Omit<Rules, Section>> & {
  readonly forms?: Partial<FormRules>
  readonly contact?: Partial<Omit<ContactRules, 'maxLengths'>> & {
    readonly maxLengths?: Partial<ContactRules['maxLengths']>
  }
  readonly preInvoice?: Partial<Omit<PreInvoiceRules, 'totals'>> & { readonly totals?: Partial<TotalsRules> }
  readonly find?: { readonly typeKeys?: Partial<FindRules['typeKeys']> }
  readonly catchUp?: Partial<CatchUpRules>
  readonly import?: Partial<ImportRules>
  readonly retry?: Partial<RetryRules>
  readonly retention?: Partial<RetentionRules>
}
