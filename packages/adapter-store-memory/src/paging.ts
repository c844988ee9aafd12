import type { Page, PageRequest } from '@siagh-sync/sync-core'

/**
 * The place of an item in its list. It is compared part by part, and it is the content of the cursor. Two items never
 * have the same rank.
 */
export type Rank = readonly (string | number)[]

/**
 * The items after `after`, in the order of their ranks, at most `limit` (at least 1). `shape`: any rank of the list.
 * Throws if the cursor has another form.
 */
export function pageOf<T, Shape extends Rank>(
  items: Iterable<T>,
  shape: Shape,
  rankOf: (item: T) => Shape,
  { limit, after }: PageRequest,
): Page<T> {
  const start = after === undefined ? undefined : readCursor(after, shape)
  const size = Math.max(1, limit)
  const rest = [...items]
    .map((item) => ({ item, rank: rankOf(item) }))
    .filter(({ rank }) => start === undefined || compareRanks(rank, start) > 0)
    .sort((a, b) => compareRanks(a.rank, b.rank))
  const cut = rest.slice(0, size)
  const last = cut.at(-1)
  const shown = cut.map(({ item }) => item)
  return last === undefined || rest.length <= size
    ? { items: shown }
    : { items: shown, next: JSON.stringify(last.rank) }
}

function compareRanks(a: Rank, b: Rank): number {
  for (const [index, left] of a.entries()) {
    const right = b[index]
    if (right === undefined || left === right) continue
    return left < right ? -1 : 1
  }
  return 0
}

function readCursor(after: string, shape: Rank): Rank {
  const rank: unknown = JSON.parse(after)
  if (Array.isArray(rank) && rank.length === shape.length && rank.every(isRankPart)) {
    if (rank.every((part, index) => typeof part === typeof shape[index])) return rank
  }
  throw new Error('the page cursor is not one that this store gave out')
}

const isRankPart = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number'
