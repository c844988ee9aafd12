import type { SiaghUser } from '@siagh-sync/siagh-client'
import { prefixed, type CustomerNumberCodec } from '@siagh-sync/sync-core'
import {
  compareNames,
  describeName,
  LIKE_BY,
  likenessOfIdentity,
  nameOfRow,
  normalizeText,
  readGuid,
  type ContactTable,
  type FetchedIdentity,
  type LikenessIndex,
} from '@siagh-sync/sync-core/matching'

/** One way in which customer numbers may name the codes of contacts, and what speaks for it. */
export interface NumberScheme {
  readonly prefix: string
  readonly offset: number
  /** Identities whose customer number names a contact that is like them in this way. */
  readonly right: number
  /** Identities whose customer number names a contact with another name and nothing in common. */
  readonly wrong: number
}

/** What the customer numbers say. */
export interface CustomerNumbers {
  readonly withNumber: number
  /** The same for the rule that is in force. */
  readonly inForce: Pick<NumberScheme, 'right' | 'wrong'>
  /** The other way that most speaks for. Absent: none is likely. */
  readonly best?: NumberScheme
}

interface Contacts {
  readonly table: ContactTable
  readonly likeness: LikenessIndex
}

/** Compares customer numbers with the codes of the contacts that the identities are like. */
export function compareCustomerNumbers(
  identities: readonly FetchedIdentity[],
  contacts: Contacts,
  inForce: CustomerNumberCodec,
): CustomerNumbers {
  const numbered = identities.filter(({ identity: { customerNumber = '' } }) => customerNumber.trim() !== '')
  const judged = schemesOf(numbered, contacts)
    .map((scheme) => ({ ...scheme, ...judge(numbered, contacts, prefixed(scheme)) }))
    .sort((one, other) => other.right - one.right)
  const [best] = judged
  return {
    withNumber: numbered.length,
    inForce: judge(numbered, contacts, inForce),
    ...(best && best.right > 0 && { best }),
  }
}

/** The prefixes and offsets by which some customer number would name a contact that is like its identity. */
function schemesOf(identities: readonly FetchedIdentity[], contacts: Contacts) {
  const schemes = new Map<string, { readonly prefix: string; readonly offset: number }>()
  for (const fetched of identities) {
    const parts = partsOf(fetched.identity.customerNumber ?? '')
    const row = parts && rowLike(fetched, contacts)
    if (!parts || !row) continue
    const scheme = { prefix: parts.prefix, offset: parts.number - row.Code }
    schemes.set(JSON.stringify(scheme), scheme)
  }
  return [...schemes.values()]
}

function partsOf(customerNumber: string) {
  const [, prefix = '', digits] = /^(.*?)(\d{1,15})$/.exec(normalizeText(customerNumber)) ?? []
  return digits === undefined ? undefined : { prefix, number: Number(digits) }
}

/** The one contact that an identity is, by what is surer than its customer number. */
function rowLike(fetched: FetchedIdentity, { table, likeness }: Contacts): SiaghUser | undefined {
  const refId = readGuid(fetched.identity.refId ?? '')
  const named = refId === null ? undefined : (table.byRecordId(refId) ?? table.byTmpid(refId)[0])
  if (named) return named
  const alike = likeness.alike(likenessOfIdentity(fetched))
  const [first, ...others] = LIKE_BY.map((by) => alike[by]).find((numbers) => numbers.length > 0) ?? []
  return first !== undefined && others.length === 0 ? table.at(first) : undefined
}

function judge(identities: readonly FetchedIdentity[], contacts: Contacts, codec: CustomerNumberCodec) {
  let right = 0
  let wrong = 0
  for (const fetched of identities) {
    const code = codec.decode(fetched.identity.customerNumber ?? '')
    const row = code === null ? undefined : contacts.table.byCode(code)
    if (!row) continue
    if (rowLike(fetched, contacts)?.Code === row.Code || hasSameName(fetched, row)) right += 1
    else if (isOther(fetched, row, contacts)) wrong += 1
  }
  return { right, wrong }
}

function hasSameName({ identity }: FetchedIdentity, row: SiaghUser): boolean {
  return compareNames(describeName(identity.nickName ?? ''), describeName(nameOfRow(row))) === 'same'
}

/** Whether the contact is surely another one: it has another name, or something surer names another contact. */
function isOther(fetched: FetchedIdentity, row: SiaghUser, contacts: Contacts): boolean {
  const like = rowLike(fetched, contacts)
  if (like) return like.Code !== row.Code
  const { nickName = '' } = fetched.identity
  return compareNames(describeName(nickName), describeName(nameOfRow(row))) === 'different'
}
