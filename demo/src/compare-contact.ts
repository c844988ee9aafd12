import type { CrmIdentity, SiaghRow } from '@siagh-sync/sandbox'
import { foldCode, foldName, foldNumber } from './fold'

/** What is wrong with the contacts of one identity: there has to be one, and it has to say the same. */
export function contactDifferences(identity: CrmIdentity, contacts: readonly SiaghRow[]): string[] {
  const [contact, ...others] = contacts
  const who = `identity ${identity.crmId}`
  if (!contact) return [`${who} has no contact in Siagh`]
  if (others.length > 0) return [`${who} has ${contacts.length} contacts in Siagh`]
  const crm = factsOfCrm(identity)
  const siagh = factsOfSiagh(contact)
  return FACTS.filter((fact) => crm[fact] !== siagh[fact]).map(
    (fact) => `${who}: ${fact} is "${crm[fact]}" in the CRM and "${siagh[fact]}" in Siagh`,
  )
}

const FACTS = ['name', 'mobile', 'landline', 'national code', 'e-mail', 'kind'] as const

type Facts = Readonly<Record<(typeof FACTS)[number], string>>

function factsOfCrm(identity: CrmIdentity): Facts {
  const numbers = identity.phoneContacts.map(({ phoneNumber }) => foldNumber(phoneNumber))
  return {
    name: foldName(identity.nickName),
    mobile: numbers.find((number) => number.startsWith('9')) ?? '',
    landline: numbers.find((number) => !number.startsWith('9')) ?? '',
    'national code': foldCode(identity.nationalCode),
    'e-mail': identity.email.trim(),
    kind: 'registerNumber' in identity ? 'organization' : 'person',
  }
}

function factsOfSiagh(contact: SiaghRow): Facts {
  return {
    name: foldName(contact.Name),
    mobile: foldNumber(contact.MobileNo),
    landline: foldNumber(contact.TelNo),
    'national code': foldCode(contact.NationalCode),
    'e-mail': contact.Email ?? '',
    kind: contact.TowardType ? 'organization' : 'person',
  }
}
