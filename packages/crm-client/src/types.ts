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
