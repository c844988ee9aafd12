import * as z from 'zod'
import type { components } from '../generated/payamgostar'
import type {
  AddressContact,
  Category,
  ExtendedProperty,
  IdentityFields,
  IdentitySummary,
  Organization,
  Person,
  PhoneContact,
} from '../types'
import { list, objectOf, optionalFlag, optionalTehranTime, optionalText, text, type FieldsOf } from './fields'

type Wire = components['schemas']

const phoneContact = objectOf({
  id: optionalText,
  default: optionalFlag,
  phoneType: optionalText,
  phoneNumber: optionalText,
  continuedNumber: optionalText,
  extension: optionalText,
} satisfies FieldsOf<PhoneContact, Wire['PhoneContact']>)

const addressContact = objectOf({
  id: optionalText,
  default: optionalFlag,
  country: optionalText,
  state: optionalText,
  city: optionalText,
  addressType: optionalText,
  areaCode: optionalText,
  address: optionalText,
  zipCode: optionalText,
  zipBox: optionalText,
} satisfies FieldsOf<AddressContact, Wire['AddressContact']>)

/** A category of an identity or a document. */
export const category = objectOf({
  id: optionalText,
  key: optionalText,
  name: optionalText,
} satisfies FieldsOf<Category, Wire['Category']>)

const textOrNull = z.string().nullable().exactOptional()

/** A custom field. Nothing is left out, because an update sends it back. */
export const extendedProperty: z.ZodType<ExtendedProperty, Wire['ExtendedProperty']> = z.looseObject({
  userKey: textOrNull,
  name: textOrNull,
  value: z.unknown().exactOptional(),
  preview: z.unknown().exactOptional(),
})

const identityFields = {
  crmId: text,
  identityId: optionalText,
  crmObjectTypeCode: optionalText,
  nickName: optionalText,
  refId: optionalText,
  customerNumber: optionalText,
  nationalCode: optionalText,
  economicCode: optionalText,
  email: optionalText,
  alternativeEmail: optionalText,
  website: optionalText,
  description: optionalText,
  phoneContacts: list(phoneContact),
  addressContacts: list(addressContact),
  categories: z.array(category).exactOptional(),
  extendedProperties: z.array(extendedProperty).exactOptional(),
  creatDate: optionalTehranTime,
  modifyDate: optionalTehranTime,
} satisfies FieldsOf<IdentityFields, Wire['Person'] | Wire['Organization']>

/** A person as the CRM returns it. */
export const personSchema: z.ZodType<Person> = objectOf({
  ...identityFields,
  firstName: optionalText,
  lastName: optionalText,
  gender: optionalText,
  birthDate: optionalTehranTime,
  personPrefix: optionalText,
} satisfies FieldsOf<Person, Wire['Person']>)

/** An organization as the CRM returns it. */
export const organizationSchema: z.ZodType<Organization> = objectOf({
  ...identityFields,
  registerNumber: optionalText,
  businessType: optionalText,
} satisfies FieldsOf<Organization, Wire['Organization']>)

/** A row of an identity search. */
export const identitySummarySchema: z.ZodType<IdentitySummary> = objectOf({
  identityId: text.min(1),
  nickName: optionalText,
  customerNo: optionalText,
} satisfies FieldsOf<IdentitySummary, Wire['IdentitySummary']>)
