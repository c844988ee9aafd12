import type { CrmClient, IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'

type Lists = Pick<CrmClient, 'searchAllIdentities' | 'searchIdentities'>

/** A search accepts 500 at the sites that were seen. */
const PAGE_SIZE = 500
/** How often the list is read again with smaller pages. */
const RESTARTS = 2

/**
 * All identities that the CRM lists, persons and organizations, page by page. Some may appear twice. At the sites
 * that were seen, a short page is the last one. At a site with a smaller limit for pages the list would seem to end
 * too early. So the page after the last one is requested too. If it shows a new identity, the list is read again with
 * the site's own page size. Ends after the first failure, which is yielded as the last item.
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
      yield err(endIsUnknown())
      return
    }
    pageSize = longest
  }
}

/**
 * Whether there are more identities after the last page. The limit of the site may have made the first page short.
 * Then the next identities are on the second page of that length.
 */
async function isThereMore(
  crm: Lists,
  query: { readonly pageNumber: number; readonly pageSize: number },
  last: readonly IdentitySummary[],
  options: { readonly signal?: AbortSignal },
): Promise<Result<boolean, SyncError>> {
  const behind = query.pageNumber === 1 ? { pageNumber: 1, pageSize: last.length } : query
  const page = await crm.searchIdentities(behind, options)
  if (page.isErr()) return err(page.error)
  // A site may return its last page for every higher page number.
  const ids = new Set(last.map(({ identityId }) => identityId))
  return ok(page.value.some(({ identityId }) => !ids.has(identityId)))
}

function endIsUnknown(): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('list_end_unknown'), path: '' }
}
