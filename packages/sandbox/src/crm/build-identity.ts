import type { Random } from '../random'
import type { CrmAddress, CrmIdentityFields, CrmOrganization, CrmPerson, CrmPhone } from './crm-objects'
import type { OrganizationFields, PersonFields } from './fields'
import type { Making } from './making'

/** What the CRM itself sets on an object. */
export interface SystemFields {
  readonly crmId: string
  readonly creatDate: string
  readonly modifyDate: string
}

const typeId = '6a000000-0000-4000-8000-000000000001'

const completePhone = (phone: Partial<CrmPhone>, random: Random): CrmPhone => ({
  phoneType: '',
  phoneNumber: '',
  continuedNumber: '',
  extension: '',
  default: false,
  ...phone,
  id: phone.id ?? random.guid(),
})

const completeAddress = (address: Partial<CrmAddress>, random: Random): CrmAddress => ({
  default: false,
  country: '',
  state: '',
  city: '',
  addressType: '',
  areaCode: '',
  address: '',
  zipCode: '',
  zipBox: '',
  longitude: null,
  latitude: null,
  ...address,
  id: address.id ?? random.guid(),
})

type Common = Omit<CrmIdentityFields, 'crmObjectTypeCode' | 'identityTypeName' | 'nickName'>

const blank: Omit<Common, keyof SystemFields | 'identityId' | 'phoneContacts' | 'addressContacts'> = {
  nationalCode: '',
  preferredContactType: '',
  facebookUsername: '',
  email: '',
  alternativeEmail: '',
  website: '',
  sourceTypeName: '',
  customerNumber: '',
  colorName: '',
  classification: '',
  customerDate: null,
  balance: 0,
  categories: [],
  supportUsername: '',
  saleUsername: '',
  otherUsername: '',
  crmObjectTypeName: null,
  crmObjectTypeIndex: 24,
  crmObjectTypeId: typeId,
  parentCrmObjectId: null,
  extendedProperties: [],
  processLifePaths: [],
  refId: '',
  stageId: null,
  description: '',
  subject: '',
  modifierIdPreview: null,
  creatorIdPreview: null,
  crmObjectTypeIndexPreview: null,
  identityIdPreview: null,
  assignedToIdPreview: null,
}

const identityFields = (fields: PersonFields | OrganizationFields, system: SystemFields, random: Random): Common => ({
  ...blank,
  ...fields,
  ...system,
  identityId: system.crmId,
  phoneContacts: (fields.phoneContacts ?? []).map((phone) => completePhone(phone, random)),
  addressContacts: (fields.addressContacts ?? []).map((address) => completeAddress(address, random)),
})

/** A whole person out of the fields that were given; the display name is made of the names where it is left out. */
export const buildPerson = (fields: PersonFields, system: SystemFields, { random }: Making): CrmPerson => ({
  firstName: '',
  lastName: '',
  birthDate: null,
  gender: '',
  personPrefix: '',
  organizations: [],
  crmObjectTypeCode: 'person',
  nickName: [fields.firstName, fields.lastName].filter(Boolean).join(' '),
  ...identityFields(fields, system, random),
  identityTypeName: 'مخاطب حقیقی',
})

/** A whole organization out of the fields that were given. */
export const buildOrganization = (
  fields: OrganizationFields,
  system: SystemFields,
  { random }: Making,
): CrmOrganization => ({
  economicCode: '',
  registerNumber: '',
  businessType: '',
  managerId: null,
  employees: [],
  crmObjectTypeCode: 'organization',
  nickName: '',
  ...identityFields(fields, system, random),
  identityTypeName: 'مخاطب حقوقی',
})
