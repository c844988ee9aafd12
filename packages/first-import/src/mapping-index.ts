import { err, ok, type Result } from 'neverthrow'
import type { Mapping, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { type CreateIntent, readIntent } from '@siagh-sync/sync-core/matching'
import { inPages } from '@siagh-sync/sync-core/long-work'
import type { IdentityIndex } from './identity-index'

/** A contact that a sync was about to make when it was interrupted, or is about to make. */
interface OpenIntent extends CreateIntent {
  readonly id: string
}

/** What the store has together already. */
export interface MappingIndex {
  /** The identity of a contact: its number, or `gone` where the CRM does not have it. */
  readonly identityOf: (code: number) => { readonly id: string; readonly isGone: boolean } | undefined
  /** The contact of an identity. */
  readonly codeOf: (identity: number) => number | undefined
  readonly intents: readonly OpenIntent[]
  /** Whether an identity that was not read, although the CRM has it, is mapped. */
  readonly isUnreadMapped: (id: string) => boolean
  /** Mapped identities that are not among those that were read, the ones that were written last first. */
  readonly unread: readonly string[]
  /** The contacts that are mapped, by `Code`. */
  readonly codes: () => Iterable<number>
}

const PAGE = 1_000

/** What the CRM has shown of its identities. */
export interface ReadIdentities {
  readonly identities: IdentityIndex
  /** Whether it lists an identity that it does not show. */
  readonly isUnreadable: (id: string) => boolean
}

/**
 * Reads all mappings of identities. `since`, on the store's clock: the identity of a mapping that was written later may have been made after
 * the CRM was read, so that it is not there proves nothing. Nor is one gone that the CRM lists and does not show.
 */
export async function readMappings(
  { store, company }: Pick<SyncInternals, 'store' | 'company'>,
  { identities, isUnreadable }: ReadIdentities,
  since = Infinity,
): Promise<Result<MappingIndex, SyncError>> {
  const contacts = new Map<number, number | string>()
  const codes = new Map<number, number>()
  const intents: OpenIntent[] = []
  const present = new Set<string>()
  const unread: { readonly id: string; readonly updatedAt: number }[] = []
  const take = (mapping: Mapping) => {
    const { id } = mapping.key
    if (mapping.state === 'intent') intents.push({ ...readIntent(mapping), id })
    if (!mapping.siagh) return
    const code = Number(mapping.siagh.code)
    const identity = identities.byId(id)
    contacts.set(code, identity ?? id)
    if (identity !== undefined) codes.set(identity, code)
    else if (mapping.updatedAt > since || isUnreadable(id)) present.add(id)
    else unread.push({ id, updatedAt: mapping.updatedAt })
  }
  for await (const page of inPages(PAGE, (request) => store.mappings.list(company, { kind: 'identity' }, request))) {
    if (page.isErr()) return err(page.error)
    page.value.forEach(take)
  }
  return ok({
    identityOf(code) {
      const identity = contacts.get(code)
      if (identity === undefined) return undefined
      return typeof identity === 'string'
        ? { id: identity, isGone: !present.has(identity) }
        : { id: identities.at(identity).id, isGone: false }
    },
    codeOf: (identity) => codes.get(identity),
    intents,
    isUnreadMapped: (id) => present.has(id),
    unread: unread.sort((one, other) => other.updatedAt - one.updatedAt).map(({ id }) => id),
    codes: () => contacts.keys(),
  })
}
