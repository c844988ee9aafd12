import type { Result, ResultAsync } from 'neverthrow'
import type { Page, PageRequest } from '../ports/store'

/**
 * Reads a whole list of the store, `limit` items at a time. Ends after the first failure, which it yields as the last
 * item.
 */
export async function* inPages<T, E>(
  limit: number,
  list: (page: PageRequest) => ResultAsync<Page<T>, E>,
): AsyncGenerator<Result<readonly T[], E>> {
  let after: string | undefined
  do {
    const page = await list({ limit, ...(after !== undefined && { after }) })
    yield page.map(({ items }) => items)
    after = page.isOk() ? page.value.next : undefined
  } while (after !== undefined)
}
