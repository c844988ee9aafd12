import type { Lease, MappingChange, Mappings, SaveMapping } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'
import type { LeaseTable } from './leases'
import { claimsOf, codeClaim, recordIdClaim, type MappingTable } from './mapping-table'
import { pageOf } from './paging'

/** Why a mapping may not be written. `undefined`: it may be written. */
export function refusalOf(
  { leases, mappings }: { readonly leases: LeaseTable; readonly mappings: MappingTable },
  lease: Lease,
  { draft, expectedVersion }: MappingChange,
): Exclude<SaveMapping, { status: 'saved' }> | undefined {
  if (!leases.covers(lease, draft?.key)) return { status: 'lease_lost' }
  const version = mappings.get(lease.key)?.version ?? 0
  if (version !== expectedVersion || (draft === null && version === 0)) return { status: 'conflict' }
  const rival = (draft === null ? [] : claimsOf(draft))
    .map((claim) => mappings.holderOf(claim)?.key)
    .find((holder) => holder !== undefined && keyOf(holder) !== keyOf(lease.key))
  return rival && { status: 'taken', by: rival }
}

/** The mapping port over `table`. */
export function memoryMappings(attempt: Attempt, table: MappingTable): Mappings {
  return {
    get: (key) => attempt(() => table.get(key)),
    findByCode: (company, target, code) => attempt(() => table.holderOf(codeClaim(company, target, code))),
    findByRecordId: (company, recordId) => attempt(() => table.holderOf(recordIdClaim(company, recordId))),
    findByNumber: (company, number) =>
      attempt(() => {
        const found = table.all().filter(({ key, siagh }) => key.company === company && siagh?.number === number)
        return pageOf(found, ['', ''], ({ key }) => [key.kind, key.id], { limit: 100 }).items
      }),
    list: (company, { kind, state }, page) =>
      attempt(() => {
        const wanted = table
          .all()
          .filter(
            ({ key, ...mapping }) =>
              key.company === company && (kind ?? key.kind) === key.kind && (state ?? mapping.state) === mapping.state,
          )
        return pageOf(wanted, ['', ''], ({ key }) => [key.kind, key.id], page)
      }),
  }
}
