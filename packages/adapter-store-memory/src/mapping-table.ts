import type { Mapping, MappingDraft, MappingTarget, RecordKey } from '@siagh-sync/sync-core'
import { keyOf } from './key-of'

/** The mappings of all companies. They can be found by the ids of both systems. */
export interface MappingTable {
  get(key: RecordKey): Mapping | null
  /** The mapping that has this claim. */
  holderOf(claim: string): Mapping | null
  save(draft: MappingDraft, version: number, updatedAt: number): Mapping
  drop(key: RecordKey): void
  all(): readonly Mapping[]
}

/** An empty table. */
export function createMappingTable(): MappingTable {
  const mappings = new Map<string, Mapping>()
  const holders = new Map<string, string>()
  const drop = (key: RecordKey) => {
    const before = mappings.get(keyOf(key))
    if (before === undefined) return
    for (const claim of claimsOf(before)) holders.delete(claim)
    mappings.delete(keyOf(key))
  }
  return {
    get: (key) => mappings.get(keyOf(key)) ?? null,
    holderOf(claim) {
      const holder = holders.get(claim)
      return holder === undefined ? null : (mappings.get(holder) ?? null)
    },
    save(draft, version, updatedAt) {
      const key = keyOf(draft.key)
      const mapping = { ...draft, version, updatedAt }
      drop(draft.key)
      mappings.set(key, mapping)
      for (const claim of claimsOf(mapping)) holders.set(claim, key)
      return mapping
    },
    drop,
    all: () => [...mappings.values()],
  }
}

/** The ids in Siagh that only one mapping of a company may have. */
export function claimsOf({ key, siagh }: MappingDraft): readonly string[] {
  if (siagh === undefined) return []
  const code = codeClaim(key.company, key.kind === 'identity' ? 'contact' : 'pre-invoice', siagh.code)
  return siagh.recordId === undefined ? [code] : [code, recordIdClaim(key.company, siagh.recordId)]
}

/** The claim on a contact's or a pre-invoice's code. */
export const codeClaim = (company: string, target: MappingTarget, code: string) =>
  JSON.stringify([company, target, code])

/** The claim on a `RecordId`. Letter case does not matter. */
export const recordIdClaim = (company: string, recordId: string) => JSON.stringify([company, recordId.toLowerCase()])
