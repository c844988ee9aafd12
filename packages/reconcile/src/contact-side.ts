import type { SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import { type ContactList, createPackedRows, foldId } from '@siagh-sync/sync-core/matching'

/** The contacts of one reading, small enough for hundreds of thousands. */
export interface ContactSide extends Pick<
  ContactList,
  'byCode' | 'byRecordId' | 'byTmpid' | 'showsMarks' | 'unreadable'
> {
  readonly length: () => number
  readonly add: (row: SiaghUser) => void
  readonly addUnreadable: (row: UnreadableRow) => void
  readonly rows: () => Iterable<SiaghUser>
}

/** No contacts yet. */
export function createContactSide(): ContactSide {
  const rows = createPackedRows<SiaghUser>()
  const codes = new Map<number, number>()
  const recordIds = new Map<string, number>()
  const tmpids = new Map<string, number[]>()
  const unreadable: UnreadableRow[] = []
  let showsMarks = false
  const at = (index: number | undefined) => (index === undefined ? undefined : rows.at(index))
  return {
    length: rows.length,
    get showsMarks() {
      return showsMarks
    },
    unreadable,
    addUnreadable: (row) => void unreadable.push(row),
    add(row) {
      const index = rows.length()
      rows.push(row)
      codes.set(row.Code, index)
      if (row.tmpid !== undefined) showsMarks = true
      if (row.RecordId) recordIds.set(foldId(row.RecordId), index)
      if (row.tmpid) tmpids.set(foldId(row.tmpid), [...(tmpids.get(foldId(row.tmpid)) ?? []), index])
    },
    byCode: (code) => at(codes.get(code)),
    byRecordId: (recordId) => at(recordIds.get(foldId(recordId))),
    byTmpid: (tmpid) => (tmpids.get(foldId(tmpid)) ?? []).map((index) => rows.at(index)),
    *rows() {
      for (let index = 0; index < rows.length(); index += 1) yield rows.at(index)
    },
  }
}
