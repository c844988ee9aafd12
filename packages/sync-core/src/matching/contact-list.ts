import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import { createContactTable, type ContactFinder } from './contact-table'
import { createPlainRows } from './rows'

/**
 * The contact list that the workers of a process share: one reading of Siagh's list, with what this process has
 * written since.
 */
export interface ContactList extends ContactFinder {
  /** The number of rows, including those that cannot be read. */
  readonly size: number
  readonly highestCode: number
  /** The numbers of Siagh's own list, without rows that were added later. */
  readonly asListed: { readonly size: number; readonly highestCode: number }
  readonly hasCode: (code: number) => boolean
  /** Contacts with a higher code: those that were created later. */
  newerThan(code: number): readonly SiaghUser[]
  /**
   * Adds a contact, or replaces the one with the same code. If both are the same contact, its `RecordId`, `tmpid` and
   * `AccountPartyCode` stay if `row` has none. Siagh may have given the code to another contact.
   */
  put(row: SiaghUser): void
}

/** Creates a contact list. If two rows have one code, the later one counts. */
export function contactList(rows: readonly SiaghUser[], unreadable: readonly UnreadableRow[] = []): ContactList {
  const table = createContactTable(createPlainRows())
  let highestCode = 0
  const put = (row: SiaghUser) => {
    table.add(mergedWith(table.byCode(row.Code), row))
    highestCode = Math.max(highestCode, row.Code)
  }
  rows.forEach(put)
  // Read before any write is added: rows of our own writes always have a `tmpid`, whatever Siagh lists.
  const { showsTmpid } = table
  const size = () => table.length() + unreadable.length
  const asListed = { size: size(), highestCode }

  return {
    get size() {
      return size()
    },
    get highestCode() {
      return highestCode
    },
    asListed,
    hasCode: table.hasCode,
    byCode: table.byCode,
    byRecordId: table.byRecordId,
    byTmpid: table.byTmpid,
    showsTmpid,
    unreadable,
    newerThan: (code) => [...table.rows()].filter((row) => row.Code > code),
    put,
  }
}

function mergedWith(listed: SiaghUser | undefined, row: SiaghUser): SiaghUser {
  return listed && isSameContact(listed, row) ? withIdsOf(listed, row) : row
}

function isSameContact(before: SiaghUser, row: SiaghUser): boolean {
  if (before.RecordId && row.RecordId) return isSameId(before.RecordId, row.RecordId)
  return before.tmpid !== undefined && row.tmpid !== undefined && isSameId(before.tmpid, row.tmpid)
}

/** `row`, with the ids that our own write does not know. */
function withIdsOf({ RecordId, tmpid, AccountPartyCode }: SiaghUser, row: SiaghUser): SiaghUser {
  const known = { ...(tmpid !== undefined && { tmpid }), ...(AccountPartyCode !== undefined && { AccountPartyCode }) }
  return { ...known, ...row, RecordId: row.RecordId || RecordId }
}
