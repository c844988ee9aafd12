import type { ContactFields, SiaghUser } from '@siagh-sync/siagh-client'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'

/** Under which name the list answers what the form writes. */
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
  // The form's province code has no field of its own name in the list; nobody has seen the two side by side.
  codeostan: 'GeographicCode',
  tmpid: 'tmpid',
} as const satisfies Partial<Record<keyof ContactFields, keyof SiaghUser>>

type ListedField = keyof typeof LIST_NAMES

/**
 * The form as it has to be sent to leave a contact just as it is. Where the list does not tell the contact's `tmpid`, `mark` is
 * sent: empty would wipe out whatever is there.
 */
export function fieldsOfRow(row: SiaghUser, mark: string, rules: Rules): ContactFields {
  const texts = Object.fromEntries(
    Object.entries(LIST_NAMES).map(([field, name]) => [field, row[name] ?? '']),
  ) as Record<ListedField, string>
  const taraftype = typeOfRow(row, rules) === 'organization' ? 1 : 0
  const codeostan = rules.contact.provinceField === 'none' ? '' : texts.codeostan
  return { ...texts, codeostan, tmpid: row.tmpid ?? mark, isactive: row.IsActive, taraftype }
}

/** What a contact is by Siagh: `tarafType` where it is told, else `TowardType`, which a rule may turn round. */
export function typeOfRow(row: SiaghUser, { organizationTowardType }: Rules): IdentityType {
  const isOrganization = row.tarafType === undefined ? row.TowardType === organizationTowardType : row.tarafType === 1
  return isOrganization ? 'organization' : 'person'
}

/** The contact as the list will answer it, after `fields` were written over `before`. */
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
