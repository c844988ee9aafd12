import { err, ok, type Result } from 'neverthrow'
import type { StoreUnavailable } from '../errors'
import type { Mapping, Store } from '../ports/store'
import { inPages } from '../run/in-pages'
import { createHashIndex } from './hash-index'
import { createPackedRows } from './packed-rows'

/** The mappings of all identities, with what the caller keeps of each. */
export interface MappingTable<Kept> {
  /** By the id of the identity. */
  readonly get: (id: string) => Kept | undefined
  /** The id of the identity that a contact is mapped to. */
  readonly ownerOf: (code: number) => string | undefined
  readonly rows: () => Iterable<Kept & { readonly id: string }>
}

/** The store and the company that the mappings are read from. */
interface MappingSource {
  readonly store: { readonly mappings: Pick<Store['mappings'], 'list'> }
  readonly company: string
}

const PAGE = 1_000

/**
 * Reads the mappings page by page. `keep` says what is needed of a mapping, because hundreds of thousands stay in
 * memory. Empty fields (`null`, `undefined` and `''`) are not kept.
 */
export async function readMappings<Kept extends object>(
  { store, company }: MappingSource,
  keep: (mapping: Mapping) => Kept,
): Promise<Result<MappingTable<Kept>, StoreUnavailable>> {
  const rows = createPackedRows<Kept & { readonly id: string }>()
  const ids = createHashIndex()
  const codes = createHashIndex()
  for await (const page of inPages(PAGE, (request) => store.mappings.list(company, { kind: 'identity' }, request))) {
    if (page.isErr()) return err(page.error)
    for (const mapping of page.value) {
      const { id } = mapping.key
      ids.add(id, rows.length())
      if (mapping.siagh) codes.add(mapping.siagh.code, rows.length())
      rows.push({ ...keep(mapping), id })
    }
  }
  const rowOf = (number: number | undefined) => (number === undefined ? undefined : rows.at(number))
  return ok({
    get: (id) => rowOf(ids.of(id)[0]),
    ownerOf: (code) => rowOf(codes.of(String(code)).at(-1))?.id,
    *rows() {
      for (let number = 0; number < rows.length(); number += 1) yield rows.at(number)
    },
  })
}
