import type { Mapping } from '@siagh-sync/sync-core'
import { readIntent, type CreateIntent, type MappingTable } from '@siagh-sync/sync-core/matching'
import type { IdentityTable } from './identity-table'

/** A contact that a sync was about to make when it was interrupted, or is about to make. */
interface OpenIntent extends CreateIntent {
  readonly id: string
}

/** What the store has together already. */
export interface KnownPairs {
  /** The identity of a contact, and whether the CRM has it no more. */
  readonly identityOf: (code: number) => { readonly id: string; readonly isGone: boolean } | undefined
  /** The contact of an identity, which is given by its number. */
  readonly codeOf: (identity: number) => number | undefined
  readonly intents: readonly OpenIntent[]
  /** Whether an identity that was not read, although the CRM has it, is mapped. */
  readonly isUnreadMapped: (id: string) => boolean
  /** Mapped identities that are not among those that were read, the ones that were written last first. */
  readonly unread: readonly string[]
}

/** What an import needs of a mapping. */
export interface KeptMapping {
  readonly code?: number
  readonly intent?: CreateIntent
  /** Of an identity that was not read. */
  readonly updatedAt?: number
}

/** Keeps so much of each mapping. */
export function keepForImport(identities: IdentityTable): (mapping: Mapping) => KeptMapping {
  return (mapping) => ({
    ...(mapping.siagh && { code: Number(mapping.siagh.code) }),
    ...(mapping.state === 'intent' && { intent: readIntent(mapping) }),
    ...(identities.byId(mapping.key.id) === undefined && { updatedAt: mapping.updatedAt }),
  })
}

/** What the CRM has shown of its identities. */
export interface ShownIdentities {
  readonly identities: IdentityTable
  /** Whether it lists an identity that it does not show. */
  readonly isUnreadable: (id: string) => boolean
}

/**
 * Holds the mappings against the identities that were read. `since`, on the store's clock: the identity of a mapping that was written later may
 * have been made after the CRM was read, so that it is not there proves nothing. Nor is one gone that the CRM lists and does not show.
 */
export function findKnownPairs(
  mappings: MappingTable<KeptMapping>,
  { identities, isUnreadable }: ShownIdentities,
  since = Infinity,
): KnownPairs {
  // By the number of the identity: its contact's code and 1; 0 for none.
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
