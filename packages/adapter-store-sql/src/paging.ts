import type { Page, PageRequest } from '@siagh-sync/sync-core'

/** Where a page begins: the sort columns of the last row of the previous page. */
export type Cursor = readonly (string | number)[]

/**
 * The cursor of a page request. `beginning`: for the first page. Throws if this store has never returned that cursor.
 */
export function readCursor<Beginning extends Cursor>({ after }: PageRequest, beginning: Beginning): Beginning {
  if (after === undefined) return beginning
  const cursor: unknown = JSON.parse(after)
  if (isLike(cursor, beginning)) return cursor
  throw new Error('the page cursor is not one that this store gave out')
}

function isLike<Beginning extends Cursor>(cursor: unknown, beginning: Beginning): cursor is Beginning {
  return (
    Array.isArray(cursor) &&
    cursor.length === beginning.length &&
    beginning.every((part, index) => typeof cursor[index] === typeof part)
  )
}

/** How many rows to request. One more than the page holds, to see whether there is another page. */
export const rowsFor = ({ limit }: PageRequest): number => Math.max(1, limit) + 1

/** Makes a page from the rows that were requested with `rowsFor`. */
export function toPage<Row, T>(
  rows: readonly Row[],
  page: PageRequest,
  toItem: (row: Row) => T,
  toCursor: (row: Row) => Cursor,
): Page<T> {
  const shown = rows.slice(0, rowsFor(page) - 1)
  const items = shown.map(toItem)
  const last = shown.at(-1)
  return last === undefined || rows.length === shown.length
    ? { items }
    : { items, next: JSON.stringify(toCursor(last)) }
}
