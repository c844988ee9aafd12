import type { SiaghRow } from './siagh-row'
import { shownTmpid, type TmpidForm } from './tmpid-form'

/** The contact list as JSON. A row that has not changed is not serialised again, nor is a list without changes. */
export interface ListCache {
  readonly changed: () => void
  readonly removed: (code: number) => void
  readonly of: (rows: Iterable<SiaghRow>) => Uint8Array
}

/** What an installation does with `tmpid` in its list. */
export interface ShownTmpid {
  readonly tmpidInList: boolean
  readonly tmpidForm: TmpidForm
}

/** The row as the list shows it: some installations leave `tmpid` out. */
export const shownRow = (row: SiaghRow, { tmpidInList, tmpidForm }: ShownTmpid): SiaghRow => {
  if (tmpidInList) return row.tmpid ? { ...row, tmpid: shownTmpid(row.tmpid, tmpidForm) } : row
  const { tmpid: _hidden, ...shown } = row
  return shown
}

interface SerialisedRow {
  readonly row: SiaghRow
  readonly bytes: Uint8Array
}

/** A JSON array of rows that are JSON already. Bytes and not text: 200,000 rows are a quarter of a gigabyte as text. */
const arrayOf = (rows: readonly Uint8Array[]): Uint8Array => {
  const list = new Uint8Array(rows.reduce((sum, { byteLength }) => sum + byteLength + 1, 2 - Math.min(rows.length, 1)))
  let at = 0
  for (const row of rows) {
    list[at] = (at === 0 ? '[' : ',').charCodeAt(0)
    list.set(row, at + 1)
    at += row.byteLength + 1
  }
  list.set(new TextEncoder().encode(rows.length === 0 ? '[]' : ']'), at)
  return list
}

/** A cache with nothing in it. */
export const createListCache = (options: ShownTmpid): ListCache => {
  const known = new Map<number, SerialisedRow>()
  let list: Uint8Array | undefined

  const bytesOf = (row: SiaghRow): Uint8Array => {
    const before = known.get(row.Code)
    if (before?.row === row) return before.bytes
    const bytes = Buffer.from(JSON.stringify(shownRow(row, options)))
    known.set(row.Code, { row, bytes })
    return bytes
  }
  return {
    changed: () => {
      list = undefined
    },
    removed: (code) => {
      known.delete(code)
      list = undefined
    },
    of: (rows) => (list ??= arrayOf(Array.from(rows, bytesOf))),
  }
}
