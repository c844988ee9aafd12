import { err, ok, type Result } from 'neverthrow'
import type { Mapping, StoreUnavailable, SyncInternals } from '@siagh-sync/sync-core'
import { createPackedRows } from '@siagh-sync/sync-core/matching'
import { inPages } from '@siagh-sync/sync-core/long-work'

/** The mappings of all identities, as they were read. */
export interface MappingSide {
  readonly get: (id: string) => Mapping | null
  /** The identity that a contact is mapped to. */
  readonly ownerOf: (code: number) => string | undefined
  readonly ids: () => Iterable<string>
}

/** A fingerprint that is empty is left out. */
type PackedMapping = Omit<Mapping, 'fingerprint'> & Partial<Pick<Mapping, 'fingerprint'>>

const PAGE = 1_000

/** Reads them page by page. */
export async function readMappingSide({
  store,
  company,
}: Pick<SyncInternals, 'store' | 'company'>): Promise<Result<MappingSide, StoreUnavailable>> {
  const rows = createPackedRows<PackedMapping>()
  const places = new Map<string, number>()
  const owners = new Map<number, string>()
  for await (const page of inPages(PAGE, (request) => store.mappings.list(company, { kind: 'identity' }, request))) {
    if (page.isErr()) return err(page.error)
    for (const mapping of page.value) {
      places.set(mapping.key.id, rows.length())
      rows.push(mapping)
      if (mapping.siagh) owners.set(Number(mapping.siagh.code), mapping.key.id)
    }
  }
  return ok({
    get(id) {
      const place = places.get(id)
      return place === undefined ? null : { fingerprint: '', ...rows.at(place) }
    },
    ownerOf: (code) => owners.get(code),
    ids: () => places.keys(),
  })
}
