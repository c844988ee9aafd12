import type { ResultAsync } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Store } from '../ports/store'
import type { SiaghIds } from '../types'

// The sample is in the order of the identities' ids. That order has nothing to do with the age of the contacts.
const SAMPLE = 200

/** At most 200 contacts that are in Siagh according to the store. */
export function knownContacts(
  mappings: Pick<Store['mappings'], 'list'>,
  company: string,
): ResultAsync<readonly SiaghIds[], StoreUnavailable> {
  return mappings
    .list(company, { kind: 'identity', state: 'linked' }, { limit: SAMPLE })
    .map(({ items }) => items.flatMap(({ siagh }) => siagh ?? []))
}
