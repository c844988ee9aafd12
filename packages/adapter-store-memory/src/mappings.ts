import type { Clock, Lease, MappingChange, MappingDraft, Mappings, SaveMapping } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'
import type { LeaseTable } from './leases'
import { claimsOf, codeClaim, recordIdClaim, type MappingTable } from './mapping-table'
import { pageOf } from './paging'

/** Why a mapping may not be written; `undefined`: it may. */
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
export function memoryMappings(attempt: Attempt, leases: LeaseTable, table: MappingTable, clock: Clock): Mappings {
  const save = (lease: Lease, draft: MappingDraft, expectedVersion: number): SaveMapping => {
    const refusal = refusalOf({ leases, mappings: table }, lease, { draft, expectedVersion })
    return refusal ?? { status: 'saved', mapping: table.save(draft, expectedVersion + 1, clock.now()) }
  }

  const remove = (lease: Lease, expectedVersion: number) => {
    const refusal = refusalOf({ leases, mappings: table }, lease, { draft: null, expectedVersion })
    if (refusal) return refusal.status === 'lease_lost' ? refusal.status : 'conflict'
    table.drop(lease.key)
    return 'removed'
  }

  return {
    get: (key) => attempt(() => table.get(key)),
    findByCode: (company, target, code) => attempt(() => table.holderOf(codeClaim(company, target, code))),
    findByRecordId: (company, recordId) => attempt(() => table.holderOf(recordIdClaim(company, recordId))),
    save: (lease, draft, expectedVersion) => attempt(() => save(lease, draft, expectedVersion)),
    remove: (lease, expectedVersion) => attempt(() => remove(lease, expectedVersion)),
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
