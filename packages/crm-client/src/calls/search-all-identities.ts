import { err } from 'neverthrow'
import { malformed } from '@siagh-sync/http-client'
import type { CrmClient, IdentitySummary } from '../types'

const defaultPageSize = 500

/**
 * Every identity, in pages of 500 unless `pageSize` says otherwise. A page shorter than that is the last, so a size that the
 * CRM does not honour would end the search early: 500 is known to work.
 */
export function searchAllIdentities(search: CrmClient['searchIdentities']): CrmClient['searchAllIdentities'] {
  return async function* (query = {}, options = {}) {
    const pageSize = query.pageSize ?? defaultPageSize
    let remembered: readonly IdentitySummary[] = []
    for (let pageNumber = 0; ; pageNumber += 1) {
      const page = await search({ ...query, pageNumber, pageSize }, options)
      // A server that ignores the page number, or goes round in a circle, would be asked for ever.
      const repeated = page.isOk() && isSame(page.value, remembered)
      yield repeated ? err(malformed('crm', '', 'The CRM answered the same page twice')) : page
      if (page.isErr() || repeated || page.value.length < pageSize) return
      // A circle of any length is noticed, since the page that is remembered stays for longer and longer (Brent's algorithm).
      if (isPowerOfTwo(pageNumber)) remembered = page.value
    }
  }
}

function isPowerOfTwo(number: number): boolean {
  return (number & (number - 1)) === 0
}

function isSame(page: readonly IdentitySummary[], other: readonly IdentitySummary[]): boolean {
  if (page.length === 0 || page.length !== other.length) return false
  return page.every(({ identityId }, index) => identityId === other[index]?.identityId)
}
