import type { NewPerson, PhoneContact } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { canBeSeen } from '../identity/to-contact'
import { invalidData } from '../invalid-data'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import type { IdentityDraft } from './identity-draft'
import { phonesOfRow } from './phones-of-row'
import { readCode } from './read-code'

/**
 * Turns a contact of Siagh into an identity of the CRM, for the initial import. Pure. `refId` is the `RecordId` and the customer
 * number stands for the `Code`. What is doubtful goes as it is, with a suspicion. `invalid_data`: it has no name.
 */
export function toIdentity(row: SiaghUser, type: IdentityType, rules: Rules): Result<IdentityDraft, SyncError> {
  const name = nameOfRow(row)
  if (!canBeSeen(name)) return err(invalidData('contact', [{ path: 'Name', message: 'there is no name' }]))
  const names = type === 'person' ? namesOf(name, rules) : {}
  const phones = phonesOfRow(row)
  const code = readCode(row.NationalCode ?? '', type)
  const categories = rules.import.categories(row)
  const suspicions = [...code.suspicions, ...phones.suspicions]
  if (type === 'person' && names.firstName === undefined) suspicions.push('name_of_one_word')
  return ok({
    suspicions,
    identity: {
      refId: row.RecordId,
      customerNumber: rules.customerNumber.encode(row.Code),
      nickName: name,
      ...names,
      ...said('nationalCode', code.text),
      ...said('email', row.Email ?? row.Email2),
      ...said('alternativeEmail', row.Email && row.Email2),
      ...said('website', row.WebSiteAddress),
      ...said('description', row.Description),
      ...said('crmObjectTypeCode', rules.import.typeCode[type]),
      phoneContacts: phones.contacts.map((phone, index): PhoneContact => ({ ...phone, default: index === 0 })),
      addressContacts: addressOf(row),
      ...(categories.length > 0 && { categories }),
    },
  })
}

/** The name under which a contact is known, normalised; `''` where it has none. */
export function nameOfRow({ Name = '', NickName = '' }: SiaghUser): string {
  return normalizeText(canBeSeen(Name) ? Name : NickName)
}

function namesOf(name: string, rules: Rules): Pick<NewPerson, 'personPrefix' | 'firstName' | 'lastName'> {
  const { title, firstName, lastName } = rules.import.splitName(name)
  return { ...said('personPrefix', title), ...said('firstName', firstName), ...said('lastName', lastName) }
}

function addressOf({ Address, PostalCode }: SiaghUser) {
  const address = { ...said('address', Address), ...said('zipCode', PostalCode) }
  return Object.keys(address).length === 0 ? [] : [{ default: true, ...address }]
}

/** A field that says something, normalised; none where there is nothing to say. */
function said<K extends string>(field: K, text: string | undefined): Partial<Record<K, string>> {
  const normal = normalizeText(text ?? '')
  return normal === '' ? {} : ({ [field]: normal } as Record<K, string>)
}
