import type { ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { SiaghIds } from '../types'

// They come in the order of the identities' ids, which says nothing about when a contact was made.
const SAMPLE = 200

/** Some contacts of which the store knows that Siagh has them: at most 200. */
export function knownContacts({
  store,
  company,
}: Pick<RunContext, 'store' | 'company'>): ResultAsync<readonly SiaghIds[], StoreUnavailable> {
  return store.mappings
    .list(company, { kind: 'identity', state: 'linked' }, { limit: SAMPLE })
    .map(({ items }) => items.flatMap(({ siagh }) => siagh ?? []))
}
