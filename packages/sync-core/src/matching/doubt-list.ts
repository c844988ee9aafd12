import type { SyncError } from '../errors'
import type { Rules } from '../rules'
import type { SiaghIds } from '../types'
import type { ContactTable } from './contact-table'
import { isNamed, isNameless } from './unreadable-contact'
import { worded } from '../messages/core-messages'
import type { Worded } from '../messages/saying'

/** What is known about Siagh's contacts apart from the list. */
export interface KnownBefore {
  /** Contacts with a mapping in the store, or a sample of them. */
  readonly mapped: readonly SiaghIds[]
  /** The number of contacts in a list that was read a short time before. */
  readonly size: number
}

/** The facts about a list of contacts that decide whether it is believed. */
export interface DoubtedList {
  /** The number of rows, including those that cannot be read. */
  readonly size: number
  /** Whether the list has this contact, or an unreadable row that names it. */
  readonly has: (ids: SiaghIds) => boolean
  /** The number of rows without any known id. Each of them may be any contact. */
  readonly nameless: number
}

// If there are only a few contacts, a person may have deleted most of them.
const FEW = 3

/**
 * Why a list of Siagh's contacts cannot be believed: it is empty, or it lacks more known contacts than the rule
 * `contactListMinShare` allows. `undefined`: the list can be believed. If a cut list were believed, siagh-sync would
 * create many contacts a second time.
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

/** Describes a list for `doubtOf`. `readable`: the number of rows that could be read. */
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

/**
 * The error for a reading of all contacts that lacks too much of what the store knows. `null`: there is nothing
 * wrong.
 */
export function doubtContacts(
  contacts: ContactTable,
  mapped: readonly SiaghIds[],
  { contactListMinShare }: Rules,
): SyncError | null {
  const doubt = doubtOf(doubted(contacts, contacts.length()), { mapped, size: 0 }, contactListMinShare)
  return doubt === undefined ? null : { kind: 'malformed', retryable: true, system: 'siagh', ...doubt, path: '' }
}
