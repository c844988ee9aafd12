import { ok, type Result, type ResultAsync } from 'neverthrow'
import type { Page, PageRequest } from '@siagh-sync/sync-core'

const PAGE = 200

/** A list of the store, page by page, up to `limit` items; `more` says whether there are others. */
export async function upTo<T, E>(
  limit: number,
  list: (page: PageRequest) => ResultAsync<Page<T>, E>,
): Promise<Result<{ readonly items: readonly T[]; readonly more: boolean }, E>> {
  const items: T[] = []
  let after: string | undefined
  do {
    const page = await list({ limit: Math.min(PAGE, limit + 1), ...(after !== undefined && { after }) })
    if (page.isErr()) return page.map(() => ({ items, more: false }))
    items.push(...page.value.items)
    after = page.value.next
  } while (after !== undefined && items.length <= limit)
  return ok({ items: items.slice(0, limit), more: items.length > limit })
}
