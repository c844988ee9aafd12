import type { Organization, Person, PhoneContact } from '@siagh-sync/crm-client'
import { err, Result } from 'neverthrow'
import { customField } from '../custom-fields'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { readNationalId } from '../iran/national-id'
import { undoSpreadsheet } from '../iran/spreadsheet'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import type { IdentityType, Warning } from '../types'
import { checkContactDraft } from './check-contact-draft'
import { canBeSeen } from './can-be-seen'
import { chooseAddress } from './choose-address'
import { choosePhones, type ChosenPhones } from './choose-phones'
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
  const custom = customTexts(identity, rules)
  if (custom.isErr()) return err(invalidData(type, custom.error))
  const own = custom.value
  const text = (value = '') => normalizeText(value, rules.letters)
  const phones = choosePhones([...phonesOf(own), ...identity.phoneContacts])
  const { mobileno, telno } = phones
  const { address } = chooseAddress(identity.addressContacts)
  const { pocode, isCodeLost } = chooseAddress(own.pocode ? [{ zipCode: own.pocode }] : identity.addressContacts)
  const nationalId = readNationalId(own.passno ?? identity.nationalCode ?? '', type)
  const fields: ContactDraftFields = {
    fullname: text(own.fullname) || text(nameOf(identity)),
    mobileno,
    telno,
    email: text(own.email) || text(identity.email) || text(identity.alternativeEmail),
    websiteaddress: text(own.websiteaddress ?? identity.website),
    address: text(own.address ?? address),
    pocode,
    passno: nationalId.text,
    tozihat: text(own.tozihat ?? identity.description),
    taraftype: type === 'organization' ? 1 : 0,
  }
  const warnings: Warning[] = nationalId.valid || nationalId.isLost ? [] : ['national_code_checksum']
  if (nationalId.isLost || isCodeLost || isNumberLost(identity, rules)) warnings.push('code_lost_digits')
  warnings.push(...phones.warnings)
  const lost = { passno: nationalId.isLost, pocode: isCodeLost, mobileno: isUnclear(phones), telno: isUnclear(phones) }
  const unsure = lostFields(lost).filter((field) => fields[field] === '')
  const draft = {
    fields,
    warnings,
    ...(unsure.length > 0 && { unsure }),
  }
  return checkContactDraft(draft, type, rules)
}

function isUnclear({ warnings }: ChosenPhones): boolean {
  return warnings.includes('phone_not_understood')
}

function lostFields(lost: Readonly<Partial<Record<ContactFieldName, boolean>>>): readonly ContactFieldName[] {
  return (Object.keys(lost) as ContactFieldName[]).filter((field) => lost[field])
}

type CustomTexts = Readonly<Partial<Record<ContactFieldName, string>>>

/** The texts of the custom fields that the rules name, without those that are empty. */
function customTexts({ extendedProperties }: Person | Organization, rules: Rules): Result<CustomTexts, Issue[]> {
  const read = Object.entries(rules.contact.fields).map(([field, userKey]) =>
    customField(extendedProperties, userKey).map((found) => [field, found?.text] as const),
  )
  return Result.combineWithAllErrors(read).map((texts) =>
    Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
  )
}

/** The digits decide which of the two a number is. The default phone comes first. */
function phonesOf({ mobileno, telno }: CustomTexts): readonly PhoneContact[] {
  return [mobileno, telno].flatMap((phoneNumber) => (phoneNumber === undefined ? [] : [{ phoneNumber, default: true }]))
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
