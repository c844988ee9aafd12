import * as z from 'zod'
import type { components } from '../generated/payamgostar'
import type { DocumentFields, DocumentLine, Invoice, Quote } from '../types'
import {
  list,
  objectOf,
  optionalFlag,
  optionalNumber,
  optionalTehranTime,
  optionalText,
  text,
  type FieldsOf,
} from './fields'
import { category, extendedProperty } from './identity-schemas'

type Wire = components['schemas']

const documentLine = objectOf({
  productCode: optionalText,
  productId: optionalText,
  productName: optionalText,
  isService: optionalFlag,
  baseUnitPrice: optionalNumber,
  finalUnitPrice: optionalNumber,
  count: optionalNumber,
  returnedCount: optionalNumber,
  totalUnitPrice: optionalNumber,
  totalDiscount: optionalNumber,
  totalVat: optionalNumber,
  totalToll: optionalNumber,
  discountPercent: optionalNumber,
  detailDescription: optionalText,
  productUnitTypeName: optionalText,
} satisfies FieldsOf<DocumentLine, Wire['DocumentLine']>)

const documentFields = {
  crmId: text,
  identityId: optionalText,
  crmObjectTypeCode: optionalText,
  number: optionalText,
  subject: optionalText,
  description: optionalText,
  refId: optionalText,
  details: list(documentLine),
  totalValue: optionalNumber,
  discount: optionalNumber,
  discountPercent: optionalNumber,
  vat: optionalNumber,
  vatPercent: optionalNumber,
  toll: optionalNumber,
  tollPercent: optionalNumber,
  additionalCosts: optionalNumber,
  finalValue: optionalNumber,
  billableObjectState: optionalText,
  crmObjectTypeIndex: optionalNumber,
  billableObjectStateIndex: optionalNumber,
  categories: z.array(category).exactOptional(),
  extendedProperties: z.array(extendedProperty).exactOptional(),
  creatDate: optionalTehranTime,
  modifyDate: optionalTehranTime,
  expireDate: optionalTehranTime,
} satisfies FieldsOf<DocumentFields, Wire['Document']>

/** An invoice as the CRM returns it. */
export const invoiceSchema: z.ZodType<Invoice> = objectOf({
  ...documentFields,
  invoiceType: optionalText,
  invoiceDate: optionalTehranTime,
  relatedQuoteId: optionalText,
} satisfies FieldsOf<Invoice, Wire['Invoice']>)

/** A quote as the CRM returns it. */
export const quoteSchema: z.ZodType<Quote> = objectOf({
  ...documentFields,
  quoteType: optionalText,
  quoteDate: optionalTehranTime,
} satisfies FieldsOf<Quote, Wire['Quote']>)
