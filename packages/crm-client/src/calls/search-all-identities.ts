import { err, type Result } from 'neverthrow'
import { malformed, type ApiError } from '@siagh-sync/http-client'
import type { CrmClient } from '../client-types'
import { knownRows } from '../wire/read-rows'
import type { SearchPage, searchPage } from './identity-calls'

const defaultPageSize = 500

/**
 * Every identity, in pages of 500, or of `pageSize`. A page that is shorter than requested is the last one. A CRM
 * with a smaller limit for pages would end the search too early. 500 is known to work.
 */
export function searchAllIdentities(search: ReturnType<typeof searchPage>): CrmClient['searchAllIdentities'] {
  return async function* (query = {}, options = {}) {
    const pageSize = query.pageSize ?? defaultPageSize
    let remembered: SearchPage | undefined
    let hasSeen = false
    for (let pageNumber = 0; ; pageNumber += 1) {
      const answer = await search({ ...query, pageNumber, pageSize }, options)
      // A later page may hold only one unreadable row.
      const page: Result<SearchPage, ApiError> = hasSeen ? answer : answer.andThen((rows) => knownRows(rows))
      // A server may ignore the page number, or repeat its pages in a cycle. Without this check the search would
      // never end.
      const repeated = page.isOk() && isSame(page.value, remembered)
      yield repeated ? err(malformed('crm', '', 'The CRM answered the same page twice')) : page.map(({ rows }) => rows)
      if (page.isErr() || repeated || lengthOf(page.value) < pageSize) return
      // A cycle of any length is noticed, because the remembered page is kept for longer and longer (Brent's
      // algorithm).
      if (isPowerOfTwo(pageNumber)) remembered = page.value
      hasSeen ||= page.value.rows.length > 0
    }
  }
}

function isPowerOfTwo(number: number): boolean {
  return (number & (number - 1)) === 0
}

function isSame(page: SearchPage, other: SearchPage | undefined): boolean {
  if (other === undefined || lengthOf(page) === 0 || lengthOf(page) !== lengthOf(other)) return false
  return page.rows.every(({ identityId }, index) => identityId === other.rows[index]?.identityId)
}

/** How many rows the CRM has returned. Unreadable rows count too. */
function lengthOf({ rows, unreadable }: SearchPage): number {
  return rows.length + unreadable.length
}
