import type { CrmIdentity, SiaghRow } from '@siagh-sync/sandbox'
import { groupBy } from './group-by'
import type { LoadRecord } from '../load/record'
import { keyOf, type Evidence, type Finding, type Violation } from './finding'
import { foldCode, foldName, foldNumber } from './fold'

/**
 * Every identity that was acknowledged has one contact with the CRM's newest state, or stands among the failures; no contact is
 * anybody else's, and nobody touched those that were there before.
 */
export function judgeContacts(evidence: Evidence): Finding {
  const { records, books, before } = evidence
  const contacts = groupBy(books.contacts, ({ tmpid }) => tmpid ?? '')
  const identities = records.filter(({ kind }) => kind === 'identity')
  const inCrm = new Map(books.identities.map((identity) => [identity.crmId, identity]))
  const violations = identities.flatMap((record) =>
    faultsOf(record, contacts.get(record.id) ?? [], inCrm.get(record.id), evidence).map((what) => ({
      about: keyOf(record),
      what,
    })),
  )
  const known = new Set(identities.map(({ id }) => id))
  return {
    violations: [...violations, ...strays(books.contacts, before, known), ...touched(books.contacts, before)],
    figures: [
      ['identities in the CRM', inCrm.size],
      ['contacts made in Siagh', books.contacts.length - before.length],
    ],
  }
}

function faultsOf(
  record: LoadRecord,
  contacts: readonly SiaghRow[],
  identity: CrmIdentity | undefined,
  { store }: Evidence,
): string[] {
  const [contact, ...others] = contacts
  if (others.length > 0)
    return [`has ${String(contacts.length)} contacts: ${contacts.map(({ Code }) => Code).join(', ')}`]
  const mapping = store.mappings.get(keyOf(record))
  if (mapping?.state === 'linked' && mapping.code !== String(contact?.Code))
    return [`is mapped to contact ${String(mapping.code)}, and Siagh has ${String(contact?.Code)}`]
  if (record.isDeleted || store.inbox.get(keyOf(record))?.state === 'failed') return []
  if (record.acknowledgedVersion === 0) return []
  if (!contact || !identity) return ['was acknowledged and has no contact']
  if (mapping?.state !== 'linked') return ['has a contact and no mapping']
  return record.acknowledgedVersion < record.version ? [] : differences(identity, contact)
}

function differences(identity: CrmIdentity, contact: SiaghRow): string[] {
  const numbers = identity.phoneContacts.map(({ phoneNumber }) => foldNumber(phoneNumber))
  const facts = [
    ['name', foldName(identity.nickName), foldName(contact.Name)],
    ['mobile', numbers.find((number) => number.startsWith('9')) ?? '', foldNumber(contact.MobileNo)],
    ['national code', foldCode(identity.nationalCode), foldCode(contact.NationalCode)],
    ['e-mail', identity.email.trim(), contact.Email ?? ''],
  ] as const
  return facts
    .filter(([, inCrm, inSiagh]) => inCrm !== inSiagh)
    .map(
      ([fact, inCrm, inSiagh]) =>
        `${fact} is "${inCrm}" in the CRM and "${inSiagh}" in contact ${String(contact.Code)}`,
    )
}

function strays(contacts: readonly SiaghRow[], before: readonly SiaghRow[], known: ReadonlySet<string>): Violation[] {
  const old = new Set(before.map(({ Code }) => Code))
  return contacts
    .filter(({ Code, tmpid }) => !old.has(Code) && !known.has(tmpid ?? ''))
    .map(({ Code }) => ({ about: `contact ${String(Code)}`, what: 'belongs to nobody in the CRM' }))
}

function touched(contacts: readonly SiaghRow[], before: readonly SiaghRow[]): Violation[] {
  const now = new Map(contacts.map((row) => [row.Code, JSON.stringify(row)]))
  return before
    .filter((row) => now.get(row.Code) !== JSON.stringify(row))
    .map(({ Code }) => ({ about: `contact ${String(Code)}`, what: 'was in Siagh before and is not as it was' }))
}
