import { ResultAsync, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { StoreUnavailable } from '../errors'
import { isCleared } from '../invoice/in-doubt'
import type { Page, PageRequest } from '../ports/store'
import { inPages } from '../run/in-pages'
import type { DocumentInDoubt } from '../sync'

/** A page of the documents in doubt. If an operator has ended a doubt, the document is left out. */
export function listInDoubt(
  { store, company }: Pick<SyncContext, 'store' | 'company'>,
  page: PageRequest,
): ResultAsync<Page<DocumentInDoubt>, StoreUnavailable> {
  const listed = store.mappings.list(company, { state: 'in_doubt' }, page)
  return ResultAsync.combine([listed, store.gaps.list()]).map(([{ items, next }, gaps]) => ({
    items: items.flatMap((mapping) => {
      const { kind, id } = mapping.key
      return kind === 'identity' || isCleared(mapping, gaps) ? [] : [{ kind, id, since: mapping.updatedAt }]
    }),
    ...(next !== undefined && { next }),
  }))
}

const PAGE = 500

/** All documents in doubt. Ends after the first failure. */
export function allInDoubt(
  context: Pick<SyncContext, 'store' | 'company'>,
): AsyncIterable<Result<readonly DocumentInDoubt[], StoreUnavailable>> {
  return inPages(PAGE, (request) => listInDoubt(context, request))
}
