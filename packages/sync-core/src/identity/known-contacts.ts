import type { ResultAsync } from 'neverthrow'
import type { RunContext } from '../context'
import type { StoreUnavailable } from '../errors'
import type { SiaghIds } from '../types'

// The sample is in the order of the identities' ids. That order has nothing to do with the age of the contacts.
const SAMPLE = 200

/** At most 200 contacts that are in Siagh according to the store. */
export function knownContacts({
  store,
  company,
}: Pick<RunContext, 'store' | 'company'>): ResultAsync<readonly SiaghIds[], StoreUnavailable> {
  return store.mappings
    .list(company, { kind: 'identity', state: 'linked' }, { limit: SAMPLE })
    .map(({ items }) => items.flatMap(({ siagh }) => siagh ?? []))
}
