import type { CrmClient, IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'

type Lists = Pick<CrmClient, 'searchAllIdentities' | 'searchIdentities'>

/** 500 works at the sites that were seen. */
const PAGE_SIZE = 500
/** How often the list is begun again with smaller pages. */
const RESTARTS = 2

/**
 * Everybody whom the CRM lists, persons and organizations alike, page by page; some of them twice perhaps. A short page is the last at the
 * sites that were seen. A site whose pages are smaller than was asked for would end the list early there, so the page behind it is asked for
 * too, and where that one shows somebody else, the list is read again in pages of the site's own size. Ends after the first failure, which
 * is yielded as the last item.
 */
export async function* listIdentities(
  crm: Lists,
  signal?: AbortSignal,
): AsyncGenerator<Result<readonly IdentitySummary[], SyncError>> {
  const options = signal ? { signal } : {}
  for (let pageSize = PAGE_SIZE, restarts = 0; ; restarts += 1) {
    let pageNumber = 0
    let longest = 0
    let last: readonly IdentitySummary[] = []
    for await (const page of crm.searchAllIdentities({ pageSize }, options)) {
      yield page
      if (page.isErr() || signal?.aborted) return
      last = page.value
      longest = Math.max(longest, last.length)
      pageNumber += 1
    }
    if (last.length === 0) return
    const behind = await isThereMore(crm, { pageNumber, pageSize }, last, options)
    if (behind.isErr()) yield err(behind.error)
    if (behind.isErr() || !behind.value) return
    if (longest >= pageSize || restarts === RESTARTS) {
      yield err(endsTwice())
      return
    }
    pageSize = longest
  }
}

/** A first page that is short may be as long as the site lets it be: then those behind it stand on the second page of that length. */
async function isThereMore(
  crm: Lists,
  query: { readonly pageNumber: number; readonly pageSize: number },
  last: readonly IdentitySummary[],
  options: { readonly signal?: AbortSignal },
): Promise<Result<boolean, SyncError>> {
  const behind = query.pageNumber === 1 ? { pageNumber: 1, pageSize: last.length } : query
  const page = await crm.searchIdentities(behind, options)
  if (page.isErr()) return err(page.error)
  // A site may answer the last page for every number behind it.
  const ids = new Set(last.map(({ identityId }) => identityId))
  return ok(page.value.some(({ identityId }) => !ids.has(identityId)))
}

function endsTwice(): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('list_end_unknown'), path: '' }
}
