import type { AddressContact, Category, NewPerson, PhoneContact } from '@siagh-sync/crm-client'
import type { SiaghUser } from '@siagh-sync/siagh-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { canBeSeen } from '../identity/can-be-seen'
import { invalidData } from '../invalid-data'
import { readPostalCode } from '../iran/postal-code'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import type { IdentityDraft } from './identity-draft'
import { phonesOfRow } from './phones-of-row'
import { readCode } from './read-code'
import { worded } from '../messages/core-messages'

/**
 * Turns a contact of Siagh into an identity of the CRM, for the first import. Pure. `refId` is the `RecordId`, and
 * the customer number is made from the `Code`. Doubtful values are kept and get a suspicion. `invalid_data`: the
 * contact has no name.
 */
export function toIdentity(row: SiaghUser, type: IdentityType, rules: Rules): Result<IdentityDraft, SyncError> {
  const name = nameOfRow(row)
  if (!canBeSeen(name)) return err(invalidData('contact', [{ path: 'Name', ...worded('contact_without_name') }]))
  const names = type === 'person' ? namesOf(name, rules) : undefined
  const phones = phonesOfRow(row)
  const code = readCode(row.NationalCode ?? '', type)
  const categories = categoriesOf(row, rules)
  const postalCode = readPostalCode(row.PostalCode ?? '')
  const suspicions = [...code.suspicions, ...phones.suspicions]
  if (postalCode.isLost && !suspicions.includes('code_lost_digits')) suspicions.push('code_lost_digits')
  if (type === 'person' && names?.firstName === undefined) suspicions.push('name_of_one_word')
  const identity = {
    refId: row.RecordId,
    customerNumber: rules.customerNumber.encode(row.Code),
    nickName: name,
    ...names,
    nationalCode: said(code.text),
    email: said(row.Email ?? row.Email2),
    alternativeEmail: said(row.Email && row.Email2),
    website: said(row.WebSiteAddress),
    description: said(row.Description),
    crmObjectTypeCode: rules.import.typeCode[type],
    phoneContacts: phones.contacts.map((phone, index): PhoneContact => ({ ...phone, default: index === 0 })),
    addressContacts: addressOf(row, postalCode.text),
    categories: categories.length > 0 ? categories : undefined,
  }
  // Undefined fields are not sent. They are here so that every identity has the same fields: V8 keeps a hidden class
  // of some kilobytes for each set of fields.
  return ok({ suspicions, identity: identity as NewPerson })
}

/** The normalized name of a contact. `''`: it has none. */
export function nameOfRow({ Name = '', NickName = '' }: SiaghUser): string {
  return normalizeText(canBeSeen(Name) ? Name : NickName)
}

function namesOf(name: string, rules: Rules) {
  const { title, firstName, lastName } = rules.import.splitName(name)
  return { personPrefix: said(title), firstName: said(firstName), lastName: said(lastName) }
}

function categoriesOf(row: SiaghUser, { import: { categories } }: Rules): readonly Category[] {
  return typeof categories === 'function' ? categories(row) : categories.map((key) => ({ key }))
}

function addressOf({ Address }: SiaghUser, postalCode: string): AddressContact[] {
  const [address, zipCode] = [said(Address), said(postalCode)]
  if (address === undefined && zipCode === undefined) return []
  return [{ default: true, ...(address !== undefined && { address }), ...(zipCode !== undefined && { zipCode }) }]
}

/** A normalized text. `undefined`: the text is empty. */
function said(text: string | undefined): string | undefined {
  return normalizeText(text ?? '') || undefined
}
