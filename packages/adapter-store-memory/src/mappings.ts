import type {
  Clock,
  Lease,
  Mapping,
  MappingDraft,
  MappingTarget,
  Mappings,
  RecordKey,
  SaveMapping,
} from '@siagh-sync/sync-core'
import type { Attempt } from './attempt'
import { keyOf } from './key-of'
import type { LeaseTable } from './leases'
import { pageOf } from './paging'

/** The mapping port over a map. */
export function memoryMappings(attempt: Attempt, leases: LeaseTable, clock: Clock): Mappings {
  const mappings = new Map<string, Mapping>()
  const holders = new Map<string, string>()
  const versionOf = (key: RecordKey) => mappings.get(keyOf(key))?.version ?? 0
  const holderOf = (claim: string) => mappings.get(holders.get(claim) ?? '') ?? null

  const forget = (key: RecordKey) => {
    const before = mappings.get(keyOf(key))
    if (before !== undefined) for (const claim of claimsOf(before)) holders.delete(claim)
    mappings.delete(keyOf(key))
  }

  const save = (lease: Lease, draft: MappingDraft, expectedVersion: number): SaveMapping => {
    if (!leases.covers(lease, draft.key)) return { status: 'lease_lost' }
    if (versionOf(draft.key) !== expectedVersion) return { status: 'conflict' }
    const own = keyOf(draft.key)
    const rival = claimsOf(draft)
      .map(holderOf)
      .find((holder) => holder !== null && keyOf(holder.key) !== own)
    if (rival) return { status: 'taken', by: rival.key }
    forget(draft.key)
    const mapping = { ...draft, version: expectedVersion + 1, updatedAt: clock.now() }
    mappings.set(own, mapping)
    for (const claim of claimsOf(mapping)) holders.set(claim, own)
    return { status: 'saved', mapping }
  }

  const remove = (lease: Lease, expectedVersion: number) => {
    if (!leases.covers(lease)) return 'lease_lost'
    if (!mappings.has(keyOf(lease.key)) || versionOf(lease.key) !== expectedVersion) return 'conflict'
    forget(lease.key)
    return 'removed'
  }

  return {
    get: (key) => attempt(() => mappings.get(keyOf(key)) ?? null),
    findByCode: (company, target, code) => attempt(() => holderOf(codeClaim(company, target, code))),
    findByRecordId: (company, recordId) => attempt(() => holderOf(recordIdClaim(company, recordId))),
    save: (lease, draft, expectedVersion) => attempt(() => save(lease, draft, expectedVersion)),
    remove: (lease, expectedVersion) => attempt(() => remove(lease, expectedVersion)),
    list: (company, { kind, state }, page) =>
      attempt(() => {
        const wanted = [...mappings.values()].filter(
          (mapping) =>
            mapping.key.company === company &&
            (kind === undefined || mapping.key.kind === kind) &&
            (state === undefined || mapping.state === state),
        )
        return pageOf(wanted, ({ key }) => [key.kind, key.id], page)
      }),
  }
}

/** What a mapping holds on Siagh's side and no other mapping of its company may hold. */
function claimsOf({ key, siagh }: MappingDraft): readonly string[] {
  if (siagh === undefined) return []
  const code = codeClaim(key.company, targetOf(key), siagh.code)
  return siagh.recordId === undefined ? [code] : [code, recordIdClaim(key.company, siagh.recordId)]
}

const targetOf = ({ kind }: RecordKey): MappingTarget => (kind === 'identity' ? 'contact' : 'pre-invoice')

const codeClaim = (company: string, target: MappingTarget, code: string) => JSON.stringify([company, target, code])

const recordIdClaim = (company: string, recordId: string) => JSON.stringify([company, recordId.toLowerCase()])
