import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'

/** For each field of the form, its name in the contact list. */
const LIST_NAMES = {
  fullname: 'Name',
  mobileno: 'MobileNo',
  telno: 'TelNo',
  email: 'Email',
  websiteaddress: 'WebSiteAddress',
  address: 'Address',
  pocode: 'PostalCode',
  passno: 'NationalCode',
  tozihat: 'Description',
  gender: 'Gender',
  codeshahr: 'CityCode',
  countrycode: 'CountryCode',
  // The list has no field with the name of the form's province code. Nobody has compared `codeostan` and
  // `GeographicCode` in one installation.
  codeostan: 'GeographicCode',
  tmpid: 'tmpid',
} as const satisfies Partial<Record<keyof ContactFields, keyof SiaghUser>>

type ListedField = keyof typeof LIST_NAMES

/**
 * The form that leaves a contact exactly as it is. If the list does not show the contact's `tmpid`, `tmpid` is sent,
 * because an empty field would delete the value in Siagh.
 */
export function fieldsOfRow(row: SiaghUser, ourTmpid: string, rules: Rules): ContactFields {
  const texts = Object.fromEntries(
    Object.entries(LIST_NAMES).map(([field, name]) => [field, row[name] ?? '']),
  ) as Record<ListedField, string>
  const taraftype = typeOfRow(row, rules) === 'organization' ? 1 : 0
  const codeostan = rules.contact.provinceField === 'none' ? '' : texts.codeostan
  return { ...texts, codeostan, tmpid: row.tmpid ?? ourTmpid, isactive: row.IsActive, taraftype }
}

/**
 * The type of a contact in Siagh: `tarafType` if the row has it, or else `TowardType`. A rule can reverse the meaning
 * of `TowardType`.
 */
export function typeOfRow(row: SiaghUser, { organizationTowardType }: Rules): IdentityType {
  const isOrganization = row.tarafType === undefined ? row.TowardType === organizationTowardType : row.tarafType === 1
  return isOrganization ? 'organization' : 'person'
}

/** The row that the list will show for the contact after `fields` were written over `before`. */
export function rowOfFields(
  code: number,
  fields: ContactFields,
  before: SiaghUser | undefined,
  organizationTowardType: boolean,
): SiaghUser {
  const kept = Object.entries(before ?? {}).filter(([name]) => !WRITTEN_NAMES.has(name))
  const written = Object.entries(LIST_NAMES)
    .map(([field, name]) => [name, fields[field as ListedField]] as const)
    .filter(([, text]) => text !== '')
  return {
    IsAdminUser: false,
    ...Object.fromEntries([...kept, ...written]),
    RecordId: before?.RecordId ?? '',
    Code: code,
    IsActive: fields.isactive,
    TowardType: (fields.taraftype === 1) === organizationTowardType,
    tarafType: fields.taraftype,
  }
}

const WRITTEN_NAMES = new Set<string>(Object.values(LIST_NAMES))
