import type { Speech } from '../dialect/dialect'
import type { SiaghRow } from './siagh-row'
import { shownRow } from './shown-row'

/** The contact list as JSON. A row that has not changed is not serialised again, nor is a list without changes. */
export interface ListCache {
  /** The list of these rows. The same array again costs nothing. */
  readonly of: (rows: readonly SiaghRow[]) => Uint8Array
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
export const createListCache = (speech: Speech): ListCache => {
  const known = new Map<number, SerialisedRow>()
  let list: Uint8Array | undefined
  let listed: readonly SiaghRow[] | undefined
  let dialect = speech.now()

  const bytesOf = (row: SiaghRow): Uint8Array => {
    const before = known.get(row.Code)
    if (before?.row === row) return before.bytes
    const bytes = Buffer.from(JSON.stringify(shownRow(row, dialect)))
    known.set(row.Code, { row, bytes })
    return bytes
  }
  return {
    of: (rows) => {
      if (dialect !== speech.now()) {
        dialect = speech.now()
        known.clear()
        list = undefined
      }
      if (list === undefined || rows !== listed) list = arrayOf(rows.map(bytesOf))
      listed = rows
      return list
    },
  }
}
