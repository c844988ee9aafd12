import type { Clock, Lease, MappingDraft, Mappings, SaveMapping } from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'
import type { LeaseTable } from './leases'
import { claimsOf, codeClaim, createMappingTable, recordIdClaim } from './mapping-table'
import { pageOf } from './paging'

/** The mapping port over a map. */
export function memoryMappings(attempt: Attempt, leases: LeaseTable, clock: Clock): Mappings {
  const table = createMappingTable()

  const save = (lease: Lease, draft: MappingDraft, expectedVersion: number): SaveMapping => {
    if (!leases.covers(lease, draft.key)) return { status: 'lease_lost' }
    if ((table.get(draft.key)?.version ?? 0) !== expectedVersion) return { status: 'conflict' }
    const rival = claimsOf(draft)
      .map((claim) => table.holderOf(claim)?.key)
      .find((holder) => holder !== undefined && keyOf(holder) !== keyOf(draft.key))
    if (rival !== undefined) return { status: 'taken', by: rival }
    const mapping = { ...draft, version: expectedVersion + 1, updatedAt: clock.now() }
    table.put(mapping)
    return { status: 'saved', mapping }
  }

  const remove = (lease: Lease, expectedVersion: number) => {
    if (!leases.covers(lease)) return 'lease_lost'
    if (table.get(lease.key)?.version !== expectedVersion) return 'conflict'
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
