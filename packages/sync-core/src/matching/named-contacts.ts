import type { Organization, Person } from '@siagh-sync/crm-client'
import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId, readGuid } from '../key'
import type { Rules } from '../rules'
import type { SiaghIds } from '../types'
import type { ContactFinder } from './contact-table'
import { unreadableRowOf } from './unreadable-contact'

/** What an identity says about its contact. */
export type NamedContacts =
  /** The contacts that the identity names. There are several if several carry its `tmpid`, and none if it names none. */
  | { readonly rows: readonly SiaghUser[] }
  /** The identity names a contact that is not in the list. */
  | { readonly absent: Partial<SiaghIds> }
  /** The identity names a contact with a row that cannot be read, or that may be such a row. */
  | { readonly unreadable: UnreadableRow }

/**
 * Finds the contacts that an identity names. Our `tmpid` is looked for first, then `refId` and the customer number in
 * the order of the rules. The first way that names a contact decides. A `refId` that is a GUID names a `RecordId`, or
 * a `tmpid`, which some installations wrote there. A customer number that the codec can read names a `Code`. If a
 * named contact is not listed, no other way is tried, because another way would find another contact. `id`: the
 * identity's id.
 */
export function namedContacts(
  { rules, id }: { readonly rules: Rules; readonly id: string },
  identity: Person | Organization,
  list: ContactFinder,
): NamedContacts {
  const withTmpid = list.byTmpid(id)
  if (withTmpid.length > 0) return { rows: withTmpid }
  const named = list.unreadable.find(({ tmpid }) => tmpid !== undefined && isSameId(tmpid, id))
  if (named) return { unreadable: named }
  for (const way of rules.matchOrder) {
    const found = way === 'refId' ? byRefId(identity, list) : byCustomerNumber(rules, identity, list)
    if (found && 'absent' in found) return unlessUnreadable(list, found.absent)
    if (found) return found
  }
  return { rows: [] }
}

function unlessUnreadable({ unreadable }: ContactFinder, absent: Partial<SiaghIds>): NamedContacts {
  const row = unreadableRowOf(unreadable, absent)
  return row ? { unreadable: row } : { absent }
}

function byRefId({ refId = '' }: Person | Organization, list: ContactFinder): NamedContacts | undefined {
  const recordId = readGuid(refId)
  const text = recordId ?? refId.trim()
  if (text === '') return undefined
  const row = list.byRecordId(text)
  if (row) return { rows: [row] }
  // A `RecordId` and a `tmpid` are GUIDs here. Other numbers and words are in both fields for other reasons.
  if (recordId === null) return undefined
  const withTmpid = list.byTmpid(recordId)
  return withTmpid.length > 0 ? { rows: withTmpid } : { absent: { recordId } }
}

/**
 * Customer numbers are typed by hand and often start at 1. Siagh keeps its own users at such codes, so a Siagh user
 * is never the contact that is meant.
 */
function byCustomerNumber(
  rules: Rules,
  { customerNumber }: Person | Organization,
  list: ContactFinder,
): NamedContacts | undefined {
  const code = customerNumber ? rules.customerNumber.decode(customerNumber) : null
  if (code === null) return undefined
  const row = list.byCode(code)
  if (!row) return { absent: { code: String(code) } }
  return row.IsAdminUser ? undefined : { rows: [row] }
}
