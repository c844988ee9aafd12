import type { Mapping } from '@siagh-sync/sync-core'
import { readIntent, type CreateIntent, type MappingTable } from '@siagh-sync/sync-core/matching'
import type { IdentityTable } from './identity-table'

/** A contact that a sync was about to create when it was interrupted, or is about to create now. */
interface OpenIntent extends CreateIntent {
  readonly id: string
}

/** The pairs that the store already knows. */
export interface KnownPairs {
  /** The identity of a contact, and whether it is gone from the CRM. */
  readonly identityOf: (code: number) => { readonly id: string; readonly isGone: boolean } | undefined
  /** The contact of an identity. The identity is given by its number. */
  readonly codeOf: (identity: number) => number | undefined
  readonly intents: readonly OpenIntent[]
  /** Whether an identity is mapped that was not read, although the CRM has it. */
  readonly isUnreadMapped: (id: string) => boolean
  /** Mapped identities that were not read. The one that was written last comes first. */
  readonly unread: readonly string[]
}

/** What an import needs of a mapping. */
export interface KeptMapping {
  readonly code?: number
  readonly intent?: CreateIntent
  /** Only for an identity that was not read. */
  readonly updatedAt?: number
}

/** Keeps the parts of each mapping that an import needs. */
export function keepForImport(identities: IdentityTable): (mapping: Mapping) => KeptMapping {
  return (mapping) => ({
    ...(mapping.siagh && { code: Number(mapping.siagh.code) }),
    ...(mapping.state === 'intent' && { intent: readIntent(mapping) }),
    ...(identities.byId(mapping.key.id) === undefined && { updatedAt: mapping.updatedAt }),
  })
}

/** The identities that the CRM has shown. */
export interface ShownIdentities {
  readonly identities: IdentityTable
  /** Whether the CRM lists this identity and does not show it. */
  readonly isUnreadable: (id: string) => boolean
}

/**
 * Compares the mappings with the identities that were read. `since` is on the store's clock. If a mapping was written
 * later, its identity may have been created after the CRM was read, so its absence proves nothing. An identity that
 * the CRM lists and does not show is not gone either.
 */
export function findKnownPairs(
  mappings: MappingTable<KeptMapping>,
  { identities, isUnreadable }: ShownIdentities,
  since = Infinity,
): KnownPairs {
  // For each identity, by number: the code of its contact plus 1. 0: it has none.
  const codes = new Float64Array(identities.length())
  const intents: OpenIntent[] = []
  const present = new Set<string>()
  const unread: { readonly id: string; readonly updatedAt: number }[] = []
  for (const { id, code, updatedAt = 0, intent } of mappings.rows()) {
    if (intent) intents.push({ ...intent, id })
    if (code === undefined) continue
    const identity = identities.byId(id)
    if (identity !== undefined) codes[identity] = code + 1
    else if (updatedAt > since || isUnreadable(id)) present.add(id)
    else unread.push({ id, updatedAt })
  }
  return {
    identityOf(code) {
      const id = mappings.ownerOf(code)
      if (id === undefined) return undefined
      return { id, isGone: !present.has(id) && identities.byId(id) === undefined }
    },
    codeOf: (identity) => (codes[identity] ? codes[identity] - 1 : undefined),
    intents,
    isUnreadMapped: (id) => present.has(id),
    unread: unread.sort((one, other) => other.updatedAt - one.updatedAt).map(({ id }) => id),
  }
}
