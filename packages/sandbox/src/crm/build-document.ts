import type { SystemFields } from './build-identity'
import type { CrmDocumentFields, CrmInvoice, CrmQuote } from './crm-objects'
import { documentTotals } from './document-totals'
import type { InvoiceFields, QuoteFields } from './fields'
import type { Making } from './making'

const typeId = 'bbd30000-0000-4000-8000-000000000001'
const userId = '42330000-0000-4000-8000-000000000001'

const blank: Omit<CrmDocumentFields, keyof SystemFields | 'details' | 'totalValue' | 'vat' | 'finalValue'> = {
  priceListName: '',
  discount: 0,
  toll: 0,
  additionalCosts: null,
  expireDate: null,
  vatPercent: 10,
  tollPercent: 0,
  discountPercent: 0,
  totalDiscountPercent: 0,
  number: '',
  billableObjectState: null,
  billableObjectStateIndex: 1,
  crmObjectTypeIndexPreview: null,
  crmObjectTypeIndex: 8,
  crmObjectTypeName: null,
  crmObjectTypeId: typeId,
  crmObjectTypeCode: 'PI_5',
  parentCrmObjectId: null,
  extendedProperties: [],
  tags: [],
  refId: '',
  stageId: null,
  identityIdPreview: null,
  identityId: null,
  description: '',
  subject: '',
  color: null,
  modifierIdPreview: null,
  modifierId: userId,
  creatorIdPreview: null,
  creatorId: userId,
  assignedToIdPreview: null,
  assignedToId: userId,
}

const documentFields = (
  fields: InvoiceFields | QuoteFields,
  system: SystemFields,
  { random, dialect }: Making,
): CrmDocumentFields => {
  const { discount, vatPercent, toll, additionalCosts } = { ...blank, ...fields }
  const { details, ...sums } = documentTotals(
    { lines: fields.details ?? [], discount, vatPercent, toll, additionalCosts: additionalCosts ?? 0 },
    dialect,
    random.guid,
  )
  // If the final value is given, it already counts all of them.
  const shown = fields.finalValue === undefined ? { discount: sums.discount } : {}
  return { ...blank, ...sums, ...fields, ...shown, ...system, details }
}

/** A whole invoice out of the fields that were given. */
export const buildInvoice = (fields: InvoiceFields, system: SystemFields, making: Making): CrmInvoice => ({
  invoiceDate: null,
  invoiceType: 'Invoice',
  relatedQuoteId: null,
  processLifePaths: [],
  ...fields,
  ...documentFields({ crmObjectTypeIndex: 5, ...fields }, system, making),
})

/** A whole quote out of the fields that were given. */
export const buildQuote = (fields: QuoteFields, system: SystemFields, making: Making): CrmQuote => ({
  quoteDate: null,
  quoteType: 'Quote',
  ...fields,
  ...documentFields(fields, system, making),
})
