import type { Organization, Person } from '@siagh-sync/crm-client'
import type { Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { readNationalId } from '../iran/national-id'
import { undoSpreadsheet } from '../iran/spreadsheet'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import type { IdentityType, Warning } from '../types'
import { checkContactDraft } from './check-contact-draft'
import { canBeSeen } from './can-be-seen'
import { chooseAddress } from './choose-address'
import { choosePhones } from './choose-phones'
import type { ContactDraft, ContactDraftFields, ContactFieldName } from './contact-draft'

/**
 * Turns an identity of the CRM into a contact of Siagh. Pure. `invalid_data`: the identity has no name, or a text is
 * longer than `rules.contact.maxLengths` allows or has lost letters (U+FFFD). No text is cut. A national code with a
 * wrong checksum is sent with a warning.
 */
export function toContact(
  identity: Person | Organization,
  type: IdentityType,
  rules: Rules,
): Result<ContactDraft, SyncError> {
  const text = (value = '') => normalizeText(value, rules.letters)
  const phones = choosePhones(identity.phoneContacts)
  const { mobileno, telno } = phones
  const { address, pocode, isCodeLost } = chooseAddress(identity.addressContacts)
  const nationalId = readNationalId(identity.nationalCode ?? '', type)
  const fields: ContactDraftFields = {
    fullname: text(nameOf(identity)),
    mobileno,
    telno,
    email: text(identity.email) || text(identity.alternativeEmail),
    websiteaddress: text(identity.website),
    address: text(address),
    pocode,
    passno: nationalId.text,
    tozihat: text(identity.description),
    taraftype: type === 'organization' ? 1 : 0,
  }
  const warnings: Warning[] = nationalId.valid || nationalId.isLost ? [] : ['national_code_checksum']
  if (nationalId.isLost || isCodeLost || isNumberLost(identity, rules)) warnings.push('code_lost_digits')
  warnings.push(...phones.warnings)
  const unsure: ContactFieldName[] = [
    ...(nationalId.isLost ? (['passno'] as const) : []),
    ...(isCodeLost ? (['pocode'] as const) : []),
    ...(phones.warnings.includes('phone_not_understood') ? (['mobileno', 'telno'] as const) : []),
  ]
  const draft = {
    fields,
    warnings,
    ...(unsure.length > 0 && { unsure: unsure.filter((field) => fields[field] === '') }),
  }
  return checkContactDraft(draft, type, rules)
}

/**
 * `nickName` is the full display name. Some installations leave it empty and fill the first and last name of a
 * person.
 */
function nameOf(identity: Person | Organization): string {
  const nickName = identity.nickName ?? ''
  if (canBeSeen(nickName) || !('firstName' in identity || 'lastName' in identity)) return nickName
  return `${identity.firstName ?? ''} ${identity.lastName ?? ''}`
}

/**
 * Whether the site finds contacts by customer number, and this number is unreadable only because a spreadsheet has
 * changed its digits.
 */
function isNumberLost({ customerNumber = '' }: Person | Organization, rules: Rules): boolean {
  if (!rules.matchOrder.includes('customerNumber') || !undoSpreadsheet(normalizeText(customerNumber)).isLost)
    return false
  return rules.customerNumber.decode(customerNumber) === null
}
