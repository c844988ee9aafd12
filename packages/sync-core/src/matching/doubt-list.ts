import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import type { SiaghIds } from '../types'
import type { ContactTable } from './contact-table'
import { isNamed, isNameless } from './unreadable-contact'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** What is known of Siagh's contacts beside the list. */
export interface KnownBefore {
  /** Contacts that the store has mapped, or a sample of them. */
  readonly mapped: readonly SiaghIds[]
  /** How many contacts the list had that was read a short time before. */
  readonly size: number
}

/** A list of contacts, as far as doubts about it go. */
export interface DoubtedList {
  /** With the rows that cannot be read. */
  readonly size: number
  /** Whether it has this contact, or a row that names it and cannot be read. */
  readonly has: (ids: SiaghIds) => boolean
  /** How many rows of it tell none of their ids: each may be any contact. */
  readonly nameless: number
}

// Of a few contacts, a person may have deleted most.
const FEW = 3

/**
 * Why a list of Siagh's contacts cannot be believed: it is empty, or lacks more of what is known than the rule `contactListMinShare`
 * allows. `undefined`: it can be. A list that was cut short would make the contacts of half of the CRM a second time.
 */
export function doubtOf(list: DoubtedList, { mapped, size }: KnownBefore, minShare: number): Worded | undefined {
  const lost = mapped.filter((ids) => !list.has(ids)).length - list.nameless
  if (list.size === 0 && (mapped.length > 0 || size > 0)) return worded('contact_list_empty')
  if (lost >= FEW && mapped.length - lost < mapped.length * minShare) {
    return worded('contact_list_lacks', { lost, known: mapped.length })
  }
  if (size - list.size >= FEW && list.size < size * minShare) {
    return worded('contact_list_shrank', { now: list.size, before: size })
  }
  return undefined
}

type Findable = Pick<ContactTable, 'hasCode' | 'byRecordId' | 'unreadable'>

/** A list whose contacts can be found, of so many rows that can be read. */
export function doubted(list: Findable, readable: number): DoubtedList {
  const { unreadable } = list
  return {
    size: readable + unreadable.length,
    has: (ids) => isListed(list, ids),
    nameless: unreadable.filter(isNameless).length,
  }
}

function isListed(list: Findable, ids: SiaghIds): boolean {
  const { code, recordId } = ids
  const isThere = recordId === undefined ? list.hasCode(Number(code)) : list.byRecordId(recordId) !== undefined
  return isThere || list.unreadable.some((unreadable) => isNamed(unreadable, ids))
}

/** What is wrong with a reading of all contacts that lacks what the store knows. `null`: nothing. */
export function doubtContacts(
  contacts: ContactTable,
  mapped: readonly SiaghIds[],
  { contactListMinShare }: Rules,
): SyncError | null {
  const doubt = doubtOf(doubted(contacts, contacts.length()), { mapped, size: 0 }, contactListMinShare)
  return doubt === undefined ? null : { kind: 'malformed', retryable: true, system: 'siagh', ...doubt, path: '' }
}
