import type { SiaghRow } from './siagh-row'

/** The contact list as JSON. A row that has not changed is not serialised again, nor is a list without changes. */
export interface ListCache {
  readonly changed: () => void
  readonly of: (rows: Iterable<SiaghRow>) => Uint8Array
}

/** The row as the list shows it: some installations leave `tmpid` out. */
export const shownRow = (row: SiaghRow, tmpidInList: boolean): SiaghRow => {
  if (tmpidInList) return row
  const { tmpid: _hidden, ...shown } = row
  return shown
}

/** A cache with nothing in it. */
export const createListCache = (options: { readonly tmpidInList: boolean }): ListCache => {
  const texts = new WeakMap<SiaghRow, string>()
  let list: Uint8Array | undefined

  const textOf = (row: SiaghRow): string => {
    const known = texts.get(row)
    if (known !== undefined) return known
    const text = JSON.stringify(shownRow(row, options.tmpidInList))
    texts.set(row, text)
    return text
  }
  return {
    changed: () => {
      list = undefined
    },
    of: (rows) => (list ??= new TextEncoder().encode(`[${Array.from(rows, textOf).join(',')}]`)),
  }
}
