import { err, type Result } from 'neverthrow'
import { malformed, type ApiError } from '@siagh-sync/http-client'
import type { CrmClient } from '../types'
import { knownRows } from '../wire/read-rows'
import type { SearchPage, searchPage } from './identity-calls'

const defaultPageSize = 500

/**
 * Every identity, in pages of 500 unless `pageSize` says otherwise. A page shorter than that is the last, so a size that the
 * CRM does not honour would end the search early: 500 is known to work.
 */
export function searchAllIdentities(search: ReturnType<typeof searchPage>): CrmClient['searchAllIdentities'] {
  return async function* (query = {}, options = {}) {
    const pageSize = query.pageSize ?? defaultPageSize
    let remembered: SearchPage | undefined
    let hasSeen = false
    for (let pageNumber = 0; ; pageNumber += 1) {
      const answer = await search({ ...query, pageNumber, pageSize }, options)
      // A later page may well hold nothing but one odd row.
      const page: Result<SearchPage, ApiError> = hasSeen ? answer : answer.andThen((rows) => knownRows(rows))
      // A server that ignores the page number, or goes round in a circle, would be asked for ever.
      const repeated = page.isOk() && isSame(page.value, remembered)
      yield repeated ? err(malformed('crm', '', 'The CRM answered the same page twice')) : page.map(({ rows }) => rows)
      if (page.isErr() || repeated || lengthOf(page.value) < pageSize) return
      // A circle of any length is noticed, since the page that is remembered stays for longer and longer (Brent's algorithm).
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

/** How many rows the CRM answered: those that cannot be read fill the page too. */
function lengthOf({ rows, unreadable }: SearchPage): number {
  return rows.length + unreadable.length
}
