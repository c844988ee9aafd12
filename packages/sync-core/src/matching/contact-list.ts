import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { isSameId } from '../key'
import { createContactTable, type ContactFinder } from './contact-table'
import { createPlainRows } from './rows'

/** The contact list that the workers of a process share: one reading of it, and what this process has written since. */
export interface ContactList extends ContactFinder {
  /** With the rows that cannot be read. */
  readonly size: number
  readonly highestCode: number
  /** The same without what was put in: how much Siagh has listed. */
  readonly asListed: { readonly size: number; readonly highestCode: number }
  readonly hasCode: (code: number) => boolean
  /** Contacts whose code is higher: those that were made later. */
  newerThan(code: number): readonly SiaghUser[]
  /**
   * Adds a contact or replaces the one of the same code. If it is the same contact, its `RecordId`, `tmpid` and `AccountPartyCode` stay where `row`
   * has none; Siagh can have given the code to another one.
   */
  put(row: SiaghUser): void
}

/** Of two rows with one code, the later one counts. */
export function contactList(rows: readonly SiaghUser[], unreadable: readonly UnreadableRow[] = []): ContactList {
  const table = createContactTable(createPlainRows())
  let highestCode = 0
  const put = (row: SiaghUser) => {
    table.add(mergedWith(table.byCode(row.Code), row))
    highestCode = Math.max(highestCode, row.Code)
  }
  rows.forEach(put)
  // What is put in later is what this process remembers of its own writes, marks included.
  const { showsMarks } = table
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
    showsMarks,
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

/** `row`, with what a write of ours does not tell. */
function withIdsOf({ RecordId, tmpid, AccountPartyCode }: SiaghUser, row: SiaghUser): SiaghUser {
  const known = { ...(tmpid !== undefined && { tmpid }), ...(AccountPartyCode !== undefined && { AccountPartyCode }) }
  return { ...known, ...row, RecordId: row.RecordId || RecordId }
}
