import type { SiaghRow } from './siagh-row'

/** The contact list as JSON. A row that has not changed is not serialised again, nor is a list without changes. */
export interface ListCache {
  readonly changed: () => void
  readonly of: (rows: Iterable<SiaghRow>) => Uint8Array
}

/** A cache with nothing in it. */
export const createListCache = (options: { readonly tmpidInList: boolean }): ListCache => {
  const texts = new WeakMap<SiaghRow, string>()
  let list: Uint8Array | undefined

  const textOf = (row: SiaghRow): string => {
    const known = texts.get(row)
    if (known !== undefined) return known
    const { tmpid: _hidden, ...shown } = row
    const text = JSON.stringify(options.tmpidInList ? row : shown)
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
