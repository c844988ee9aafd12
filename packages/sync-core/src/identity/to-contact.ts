import type { Organization, Person } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { Issue, SyncError } from '../errors'
import { invalidData } from '../invalid-data'
import { readNationalId } from '../iran/national-id'
import { normalizeText } from '../iran/text'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import { chooseAddress } from './choose-address'
import { choosePhones } from './choose-phones'
import type { ContactDraft, ContactDraftFields, ContactFieldName } from './contact-draft'

/** Where in the CRM's object each field comes from, for the path of an issue. */
const SOURCES: Readonly<Record<ContactFieldName, string>> = {
  fullname: 'nickName',
  mobileno: 'phoneContacts',
  telno: 'phoneContacts',
  email: 'email',
  websiteaddress: 'website',
  address: 'addressContacts',
  pocode: 'addressContacts',
  passno: 'nationalCode',
  tozihat: 'description',
}

/**
 * Turns an identity of the CRM into a contact of Siagh. Pure. `invalid_data`: it has no name, or a text is longer than
 * `rules.contact.maxLengths` allows; no text is ever cut. A national code that fails its check is sent with a warning.
 */
export function toContact(
  identity: Person | Organization,
  type: IdentityType,
  rules: Rules,
): Result<ContactDraft, SyncError> {
  const text = (value = '') => normalizeText(value, rules.letters)
  const { mobileno, telno, warnings } = choosePhones(identity.phoneContacts)
  const { address, pocode } = chooseAddress(identity.addressContacts)
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
  const issues = issuesOf(fields, rules)
  if (issues.length > 0) return err(invalidData(type, issues))
  return ok({ fields, warnings: nationalId.valid ? warnings : ['national_code_checksum', ...warnings] })
}

/** `nickName` is the full display name; an installation may leave it to the two names of a person. */
function nameOf(identity: Person | Organization): string {
  const nickName = identity.nickName ?? ''
  if (canBeSeen(nickName) || !('firstName' in identity || 'lastName' in identity)) return nickName
  return `${identity.firstName ?? ''} ${identity.lastName ?? ''}`
}

/** Whether a name shows anything: joiners and combining marks alone would make a contact without a name that anybody could find. */
export function canBeSeen(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

function issuesOf(fields: ContactDraftFields, { contact: { maxLengths } }: Rules): Issue[] {
  const issues: Issue[] = canBeSeen(fields.fullname) ? [] : [{ path: SOURCES.fullname, message: 'there is no name' }]
  for (const [name, path] of Object.entries(SOURCES) as [ContactFieldName, string][]) {
    const { length } = fields[name]
    if (length <= maxLengths[name]) continue
    issues.push({ path, message: `${name} is ${length} characters long, and ${maxLengths[name]} are allowed` })
  }
  return issues
}
