import type { Result } from 'neverthrow'
import type { Mapping, StoreUnavailable, SyncInternals } from '@siagh-sync/sync-core'
import { readMappings, type MappingTable } from '@siagh-sync/sync-core/matching'

/** The table keeps no empty texts. A mapping of a contact that has to be written again has an empty fingerprint. */
type KeptMapping = Omit<Mapping, 'fingerprint'> & Partial<Pick<Mapping, 'fingerprint'>>

/** The mappings of all identities, complete. */
export interface KnownMappings extends Pick<MappingTable<KeptMapping>, 'ownerOf' | 'rows'> {
  /** By the id of the identity. */
  readonly get: (id: string) => Mapping | null
}

/** Reads the mappings page by page. */
export async function readKnownMappings(context: SyncInternals): Promise<Result<KnownMappings, StoreUnavailable>> {
  const read = await readMappings(context, (mapping): KeptMapping => mapping)
  return read.map(({ get, ownerOf, rows }) => ({
    ownerOf,
    rows,
    get(id) {
      const mapping = get(id)
      return mapping ? { fingerprint: '', ...mapping } : null
    },
  }))
}
