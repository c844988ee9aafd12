import type { SiaghUser } from '@siagh-sync/siagh-client'
import { nameOfRow, readGuid, readNationalId, readPartyCode } from '@siagh-sync/sync-core/matching'
import { isBroken } from '../letters'

/** The forms in which a GUID in `tmpid` can be written. */
export type TmpidForm = 'plain' | 'capitals' | 'braces' | 'spaces' | 'no-dashes' | 'other'

/** What is counted while the contact list arrives. No value of a contact is kept, apart from numbers that are compared. */
export interface ContactCounter {
  /** `mobiles`: the mobile numbers of the contact, each once. */
  readonly add: (row: SiaghUser, mobiles: readonly string[]) => void
  readonly counts: () => ContactCounts
}

/** What the contact list of Siagh holds, in numbers. */
export interface ContactCounts {
  readonly contacts: number
  readonly active: number
  /** Siagh's own users. */
  readonly admins: number
  /** Of those that may become customers: no users of Siagh. */
  readonly customers: number
  readonly withAccountParty: number
  /** Among the customers with the highest codes, which are the newest ones. */
  readonly newest: { readonly contacts: number; readonly withAccountParty: number }
  /** How many account party codes are the contact's own code. */
  readonly partyIsCode: number
  /** How many digits the account party codes have, and how often. */
  readonly partyDigits: Readonly<Record<string, number>>
  readonly withTmpid: number
  readonly tmpidForms: Readonly<Partial<Record<TmpidForm, number>>>
  readonly withNationalCode: number
  readonly withMobile: number
  /** Mobile numbers that several contacts have. */
  readonly sharedMobiles: number
  /** Contacts that are surely persons or organizations by their national code or name, by their `TowardType`. */
  readonly evidence: Readonly<Record<'true' | 'false', { readonly persons: number; readonly organizations: number }>>
  readonly withTarafType: number
  readonly letters: { readonly persian: number; readonly arabic: number; readonly broken: number }
}

const NEWEST = 50
const COMPANY = /^(?:شرکت|شركت|موسسه|مؤسسه|سازمان|بانک|بانك|کارخانه|كارخانه)(?:\s|\u200c|$)/u
const PERSIAN = /[\u06a9\u06cc]/
const ARABIC = /[\u0643\u064a]/

/** Starts to count. */
export function createContactCounter(): ContactCounter {
  const counts = zeros()
  const mobiles = new Map<string, number>()
  let newest: readonly { readonly code: number; readonly isParty: boolean }[] = []
  return {
    add(row, own) {
      const party = readPartyCode(row.AccountPartyCode)
      countParty(counts, row, party)
      countKind(counts, row)
      countTexts(counts, row)
      for (const mobile of own) mobiles.set(mobile, (mobiles.get(mobile) ?? 0) + 1)
      if (own.length > 0) counts.withMobile += 1
      if (!row.IsAdminUser && (newest.length < NEWEST || row.Code > (newest.at(-1)?.code ?? 0))) {
        const grown = [...newest, { code: row.Code, isParty: party !== undefined }]
        newest = grown.sort((one, other) => other.code - one.code).slice(0, NEWEST)
      }
    },
    counts: () => ({
      ...counts,
      newest: { contacts: newest.length, withAccountParty: newest.filter(({ isParty }) => isParty).length },
      sharedMobiles: [...mobiles.values()].filter((count) => count > 1).length,
    }),
  }
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends object ? Open<T[K]> : T[K] }
type Counts = Open<Omit<ContactCounts, 'newest' | 'sharedMobiles'>>

function zeros(): Counts {
  return {
    contacts: 0,
    active: 0,
    admins: 0,
    customers: 0,
    withAccountParty: 0,
    partyIsCode: 0,
    partyDigits: {},
    withTmpid: 0,
    tmpidForms: {},
    withNationalCode: 0,
    withMobile: 0,
    evidence: { true: { persons: 0, organizations: 0 }, false: { persons: 0, organizations: 0 } },
    withTarafType: 0,
    letters: { persian: 0, arabic: 0, broken: 0 },
  }
}

function countParty(counts: Counts, row: SiaghUser, party: number | undefined): void {
  counts.contacts += 1
  if (row.IsActive) counts.active += 1
  if (row.IsAdminUser) counts.admins += 1
  else counts.customers += 1
  if (party === undefined || row.IsAdminUser) return
  const digits = String(party).length
  counts.withAccountParty += 1
  counts.partyDigits[digits] = (counts.partyDigits[digits] ?? 0) + 1
  if (party === row.Code) counts.partyIsCode += 1
}

/** A national code with the right length and check digit tells a person from an organization, and so do some names. */
function countKind(counts: Counts, row: SiaghUser): void {
  const { NationalCode = '' } = row
  if (NationalCode !== '') counts.withNationalCode += 1
  if (row.tarafType !== undefined) counts.withTarafType += 1
  const kinds = counts.evidence[row.TowardType ? 'true' : 'false']
  const code = readNationalId(NationalCode, 'person')
  const isLegal = readNationalId(NationalCode, 'organization').valid && code.text.length === 11
  const isPersons = code.valid && code.text.length === 10
  if (isLegal || COMPANY.test(nameOfRow(row))) kinds.organizations += 1
  else if (isPersons) kinds.persons += 1
}

function countTexts(counts: Counts, row: SiaghUser): void {
  const name = nameOfRow(row)
  if (PERSIAN.test(name)) counts.letters.persian += 1
  if (ARABIC.test(name)) counts.letters.arabic += 1
  if (isBroken(name)) counts.letters.broken += 1
  if (row.tmpid === undefined) return
  const form = formOf(row.tmpid)
  counts.withTmpid += 1
  counts.tmpidForms[form] = (counts.tmpidForms[form] ?? 0) + 1
}

/** In which form a `tmpid` is written. */
export function formOf(tmpid: string): TmpidForm {
  const guid = readGuid(tmpid)
  if (guid === null) return 'other'
  if (tmpid === guid) return 'plain'
  if (/[{(]/.test(tmpid)) return 'braces'
  if (tmpid !== tmpid.trim()) return 'spaces'
  if (!tmpid.includes('-')) return 'no-dashes'
  return 'capitals'
}
