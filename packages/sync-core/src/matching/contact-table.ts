import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { foldId, isSameId } from '../key'
import { createHashIndex } from './hash-index'
import { createPackedRows } from './packed-rows'
import type { Rows } from './rows'

/** What finds a contact by the ids that name it. */
export interface ContactFinder {
  readonly byCode: (code: number) => SiaghUser | undefined
  /** In whichever form the id is written: see `foldId`. */
  readonly byRecordId: (recordId: string) => SiaghUser | undefined
  /** Nothing keeps two contacts from carrying the same text. */
  readonly byTmpid: (tmpid: string) => readonly SiaghUser[]
  /** Siagh shows the mark (`tmpid`) of some contact, so it would show that of one of ours. */
  readonly showsMarks: boolean
  /** Rows that cannot be read. What they hold is unknown but for the ids that could be read. */
  readonly unreadable: readonly UnreadableRow[]
}

/** The contacts of one reading of Siagh's list. Those that can be read are numbered from 0. */
export interface ContactTable extends ContactFinder {
  /** Without the rows that cannot be read. */
  readonly length: () => number
  readonly at: (number: number) => SiaghUser
  readonly rows: () => Iterable<SiaghUser>
  /** Cheaper than `byCode`, which makes a copy of the row. */
  readonly hasCode: (code: number) => boolean
  /** Whether several contacts have this `RecordId`, in whichever form it is written. */
  readonly isRecordIdShared: (recordId: string) => boolean
  /**
   * Adds a contact and answers its number. A row with the code of another one takes its place and number: of two rows with one code, the
   * later one counts.
   */
  readonly add: (row: SiaghUser) => number
  readonly addUnreadable: (row: UnreadableRow) => void
}

/** No contacts yet. By default small enough for hundreds of thousands, and each row that is asked for is a copy. */
export function createContactTable(rows: Rows<SiaghUser> = createPackedRows()): ContactTable {
  const codes = createHashIndex()
  const recordIds = createHashIndex()
  const marks = createHashIndex()
  const unreadable: UnreadableRow[] = []
  let showsMarks = false

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
    // A row that has replaced another one is in the index under the ids of both.
    byRecordId: (recordId) =>
      rowsOf(recordIds.of(foldId(recordId))).findLast((row) => isSameId(row.RecordId, recordId)),
    isRecordIdShared: (recordId) => recordIds.of(foldId(recordId)).length > 1,
    byTmpid: (tmpid) => rowsOf(marks.of(foldId(tmpid))).filter((row) => isSameId(row.tmpid ?? '', tmpid)),
    get showsMarks() {
      return showsMarks
    },
    unreadable,
    add(row) {
      const number = numberOf(row.Code) ?? rows.length()
      if (number === rows.length()) rows.push(row)
      else rows.set(number, row)
      codes.add(String(row.Code), number)
      if (row.RecordId) recordIds.add(foldId(row.RecordId), number)
      if (row.tmpid) marks.add(foldId(row.tmpid), number)
      if (row.tmpid !== undefined) showsMarks = true
      return number
    },
    addUnreadable: (row) => void unreadable.push(row),
  }
}
