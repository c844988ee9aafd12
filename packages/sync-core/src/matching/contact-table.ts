import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { foldId, isSameId } from '../key'
import { createHashIndex } from './hash-index'
import { createPackedRows } from './packed-rows'
import type { Rows } from './rows'

/** Finds a contact by its ids. */
export interface ContactFinder {
  readonly byCode: (code: number) => SiaghUser | undefined
  /** The id may be written in any form: see `foldId`. */
  readonly byRecordId: (recordId: string) => SiaghUser | undefined
  /** Two contacts may carry the same text. */
  readonly byTmpid: (tmpid: string) => readonly SiaghUser[]
  /** Siagh shows the `tmpid` of at least one contact, so it would also show that of one of ours. */
  readonly showsTmpid: boolean
  /** Rows that cannot be read. Only some of their ids may be known. */
  readonly unreadable: readonly UnreadableRow[]
}

/** The contacts of one reading of Siagh's list. Readable contacts are numbered from 0. */
export interface ContactTable extends ContactFinder {
  /** Without the rows that cannot be read. */
  readonly length: () => number
  readonly at: (number: number) => SiaghUser
  readonly rows: () => Iterable<SiaghUser>
  /** Cheaper than `byCode`, which copies the row. */
  readonly hasCode: (code: number) => boolean
  /** Whether several contacts have this `RecordId`. The id may be written in any form. */
  readonly isRecordIdShared: (recordId: string) => boolean
  /**
   * Adds a contact and returns its number. A row with the same code as another row replaces it and keeps its number:
   * if two rows have one code, the later one counts.
   */
  readonly add: (row: SiaghUser) => number
  readonly addUnreadable: (row: UnreadableRow) => void
}

/**
 * Creates a table of contacts. By default it is small enough for hundreds of thousands of contacts, and each
 * requested row is a copy.
 */
export function createContactTable(rows: Rows<SiaghUser> = createPackedRows()): ContactTable {
  const codes = createHashIndex()
  const recordIds = createHashIndex()
  const tmpids = createHashIndex()
  const unreadable: UnreadableRow[] = []
  let showsTmpid = false

  const numberOf = (code: number) => codes.of(String(code))[0]
  const rowsOf = (numbers: readonly number[]) => numbers.map((number) => rows.at(number))

  return {
    length: rows.length,
    at: rows.at,
    *rows() {
      for (let number = 0; number < rows.length(); number += 1) yield rows.at(number)
    },
    hasCode: (code) => numberOf(code) !== undefined,
    byCode(code) {
      const number = numberOf(code)
      return number === undefined ? undefined : rows.at(number)
    },
    // A row that has replaced another one is in the index with the ids of both.
    byRecordId: (recordId) =>
      rowsOf(recordIds.of(foldId(recordId))).findLast((row) => isSameId(row.RecordId, recordId)),
    isRecordIdShared: (recordId) => recordIds.of(foldId(recordId)).length > 1,
    byTmpid: (tmpid) => rowsOf(tmpids.of(foldId(tmpid))).filter((row) => isSameId(row.tmpid ?? '', tmpid)),
    get showsTmpid() {
      return showsTmpid
    },
    unreadable,
    add(row) {
      const number = numberOf(row.Code) ?? rows.length()
      if (number === rows.length()) rows.push(row)
      else rows.set(number, row)
      codes.add(String(row.Code), number)
      if (row.RecordId) recordIds.add(foldId(row.RecordId), number)
      if (row.tmpid) tmpids.add(foldId(row.tmpid), number)
      if (row.tmpid !== undefined) showsTmpid = true
      return number
    },
    addUnreadable: (row) => void unreadable.push(row),
  }
}
