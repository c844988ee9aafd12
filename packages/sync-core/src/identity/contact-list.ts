import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { foldId, isSameId } from '../key'

/** The contacts of one reading, findable by everything that names a contact. */
export interface ContactList {
  /** With the rows that cannot be read. */
  readonly size: number
  readonly highestCode: number
  /** The same without what was put in: how much Siagh has told. */
  readonly told: { readonly size: number; readonly highestCode: number }
  byCode(code: number): SiaghUser | undefined
  /** In whichever form the id is written: see `foldId`. */
  byRecordId(recordId: string): SiaghUser | undefined
  /** Nothing keeps two contacts from carrying the same text. */
  byTmpid(tmpid: string): readonly SiaghUser[]
  /** Siagh shows the mark (`tmpid`) of some contact, so it would show that of one of ours. */
  readonly showsMarks: boolean
  /** Rows that cannot be read. What they hold is unknown but for the ids that could be read. */
  readonly unreadable: readonly UnreadableRow[]
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
  const byCode = new Map<number, SiaghUser>()
  const codeByRecordId = new Map<string, number>()
  const codesByTmpid = new Map<string, Set<number>>()
  let highestCode = 0
  // What is put in later is what this process remembers of its own writes, marks included.
  const showsMarks = rows.some(({ tmpid }) => tmpid !== undefined)

  const put = (row: SiaghUser) => {
    const merged = mergedWith(byCode.get(row.Code), row)
    byCode.set(row.Code, merged)
    if (merged.RecordId) codeByRecordId.set(foldId(merged.RecordId), row.Code)
    if (merged.tmpid) {
      const mark = foldId(merged.tmpid)
      codesByTmpid.set(mark, (codesByTmpid.get(mark) ?? new Set()).add(row.Code))
    }
    highestCode = Math.max(highestCode, row.Code)
  }
  rows.forEach(put)
  const told = { size: byCode.size + unreadable.length, highestCode }

  const present = (codes: Iterable<number>) => [...codes].flatMap((code) => byCode.get(code) ?? [])

  return {
    get size() {
      return byCode.size + unreadable.length
    },
    get highestCode() {
      return highestCode
    },
    told,
    byCode: (code) => byCode.get(code),
    byRecordId: (recordId) =>
      present([codeByRecordId.get(foldId(recordId)) ?? NaN]).find((row) => isSameId(row.RecordId, recordId)),
    byTmpid: (tmpid) =>
      present(codesByTmpid.get(foldId(tmpid)) ?? []).filter((row) => isSameId(row.tmpid ?? '', tmpid)),
    showsMarks,
    unreadable,
    newerThan: (code) => [...byCode.values()].filter((row) => row.Code > code),
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
