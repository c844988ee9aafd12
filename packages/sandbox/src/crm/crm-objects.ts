/** A phone number of a person or organization. */
export interface CrmPhone {
  readonly phoneType: string
  readonly phoneNumber: string
  readonly continuedNumber: string
  readonly extension: string
  readonly id: string
  readonly default: boolean
}

/** An address of a person or organization. */
export interface CrmAddress {
  readonly id: string
  readonly default: boolean
  readonly country: string
  readonly state: string
  readonly city: string
  readonly addressType: string
  readonly areaCode: string
  readonly address: string
  readonly zipCode: string
  readonly zipBox: string
  readonly longitude: number | null
  readonly latitude: number | null
}

/** What every object of the CRM has. Times are local to Tehran and have no offset. */
interface CrmObject {
  readonly crmId: string
  readonly crmObjectTypeName: string | null
  readonly crmObjectTypeCode: string
  readonly crmObjectTypeIndex: number
  readonly crmObjectTypeId: string
  readonly crmObjectTypeIndexPreview: string | null
  readonly parentCrmObjectId: string | null
  readonly extendedProperties: readonly unknown[]
  readonly creatDate: string
  readonly modifyDate: string
  readonly refId: string
  readonly stageId: string | null
  readonly identityId: string | null
  readonly identityIdPreview: string | null
  readonly description: string
  readonly subject: string
  readonly modifierIdPreview: string | null
  readonly creatorIdPreview: string | null
  readonly assignedToIdPreview: string | null
}

/** What a person and an organization have in common. `""` is unset. */
export interface CrmIdentityFields extends CrmObject {
  readonly nationalCode: string
  readonly preferredContactType: string
  readonly facebookUsername: string
  readonly nickName: string
  readonly phoneContacts: readonly CrmPhone[]
  readonly addressContacts: readonly CrmAddress[]
  readonly email: string
  readonly alternativeEmail: string
  readonly website: string
  readonly sourceTypeName: string
  readonly customerNumber: string
  readonly colorName: string
  readonly classification: string
  readonly customerDate: string | null
  readonly balance: number
  readonly identityTypeName: string
  readonly categories: readonly unknown[]
  readonly supportUsername: string
  readonly saleUsername: string
  readonly otherUsername: string
  readonly processLifePaths: readonly unknown[]
}

/** A person, with the keys of the recorded exchange. */
export interface CrmPerson extends CrmIdentityFields {
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: string | null
  readonly gender: string
  readonly personPrefix: string
  readonly organizations: readonly unknown[]
}

/** An organization, with the keys of the recorded exchange. */
export interface CrmOrganization extends CrmIdentityFields {
  readonly economicCode: string
  readonly registerNumber: string
  readonly businessType: string
  readonly managerId: string | null
  readonly employees: readonly unknown[]
}

/** A line of an invoice or quote. Amounts in Rial. */
export interface CrmDetail {
  readonly productCode: string
  readonly productId: string
  readonly productName: string
  readonly isService: boolean
  readonly baseUnitPrice: number
  readonly finalUnitPrice: number
  readonly count: number
  readonly returnedCount: number
  readonly totalUnitPrice: number
  readonly totalDiscount: number
  readonly totalVat: number
  readonly totalToll: number
  readonly discountPercent: number
  readonly detailDescription: string
  readonly productUnitTypeName: string
  readonly serial: string | null
}

/** What an invoice and a quote have in common. Amounts in Rial. */
export interface CrmDocumentFields extends CrmObject {
  readonly priceListName: string
  readonly discount: number
  readonly vat: number
  readonly toll: number
  readonly additionalCosts: number | null
  readonly totalValue: number
  readonly expireDate: string | null
  readonly vatPercent: number
  readonly tollPercent: number
  readonly details: readonly CrmDetail[]
  readonly discountPercent: number
  readonly totalDiscountPercent: number
  readonly finalValue: number
  readonly number: string
  /** `null` for a new one; `Pending`, `Approved`, `Rejected` or `Numbered` after that. */
  readonly billableObjectState: string | null
  readonly billableObjectStateIndex: number
  readonly tags: readonly unknown[]
  readonly color: string | null
  readonly modifierId: string
  readonly creatorId: string
  readonly assignedToId: string
}

/** An invoice, with the keys of the recorded exchange. */
export interface CrmInvoice extends CrmDocumentFields {
  readonly invoiceDate: string | null
  readonly invoiceType: string
  readonly relatedQuoteId: string | null
  readonly processLifePaths: readonly unknown[]
}

/** A quote, with the keys of the recorded exchange. */
export interface CrmQuote extends CrmDocumentFields {
  readonly quoteDate: string | null
  readonly quoteType: string
}

/** A person or an organization. */
export type CrmIdentity = CrmPerson | CrmOrganization

/** An invoice or a quote. */
export type CrmDocument = CrmInvoice | CrmQuote

/** The kinds of object, and what each is. */
export interface CrmKinds {
  readonly person: CrmPerson
  readonly organization: CrmOrganization
  readonly invoice: CrmInvoice
  readonly quote: CrmQuote
}

/** One of the kinds of object. */
export type CrmKind = keyof CrmKinds
