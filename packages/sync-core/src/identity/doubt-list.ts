import type { SiaghIds } from '../types'
import type { ContactList } from './contact-list'
import { unreadableRowOf } from './unreadable-contact'

/** What is known of Siagh's contacts beside the list. */
export interface KnownBefore {
  /** Contacts that the store has mapped, or a sample of them. */
  readonly mapped: readonly SiaghIds[]
  /** How many contacts the list had that was read a short time before. */
  readonly size: number
}

// Of a few contacts, a person may have deleted most.
const FEW = 3

/**
 * Why a list of Siagh's contacts cannot be believed: it is empty, or lacks more of what is known than the rule `contactListMinShare`
 * allows. `undefined`: it can be. A list that was cut short would make the contacts of half of the CRM a second time.
 */
export function doubtOf(
  list: Pick<ContactList, 'size' | 'byCode' | 'byRecordId' | 'unreadable'>,
  { mapped, size }: KnownBefore,
  minShare: number,
): string | undefined {
  const lost = mapped.filter((ids) => !isListed(list, ids)).length
  if (list.size === 0 && (mapped.length > 0 || size > 0)) return "Siagh's contact list is empty"
  if (lost >= FEW && mapped.length - lost < mapped.length * minShare) {
    return `Siagh's contact list lacks ${lost} of ${mapped.length} contacts that are known`
  }
  if (size - list.size >= FEW && list.size < size * minShare) {
    return `Siagh's contact list has ${list.size} contacts, and had ${size} a short time ago`
  }
  return undefined
}

function isListed(list: Pick<ContactList, 'byCode' | 'byRecordId' | 'unreadable'>, ids: SiaghIds): boolean {
  const { code, recordId } = ids
  const row = recordId === undefined ? list.byCode(Number(code)) : list.byRecordId(recordId)
  return row !== undefined || list.unreadable.some((unreadable) => unreadableRowOf([unreadable], ids) !== undefined)
}
