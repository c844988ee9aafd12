import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { readIntent, type CreateIntent } from '../identity/create-intent'
import type { Mapping } from '../ports/store'
import { inPages } from '../run/in-pages'
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
}

const PAGE = 1_000

/**
 * Reads all mappings of identities. `since`, on the store's clock: the identity of a mapping that was written later may have been made after
 * the CRM was read, so that it is not there proves nothing.
 */
export async function readMappings(
  { store, company }: Pick<SyncContext, 'store' | 'company'>,
  identities: IdentityIndex,
  since = Infinity,
): Promise<Result<MappingIndex, SyncError>> {
  const contacts = new Map<number, number | string>()
  const codes = new Map<number, number>()
  const intents: OpenIntent[] = []
  const newer = new Set<string>()
  const take = (mapping: Mapping) => {
    const { id } = mapping.key
    if (mapping.state === 'intent') intents.push({ ...readIntent(mapping), id })
    if (!mapping.siagh) return
    const code = Number(mapping.siagh.code)
    const identity = identities.byId(id)
    contacts.set(code, identity ?? id)
    if (identity !== undefined) codes.set(identity, code)
    else if (mapping.updatedAt > since) newer.add(id)
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
        ? { id: identity, isGone: !newer.has(identity) }
        : { id: identities.at(identity).id, isGone: false }
    },
    codeOf: (identity) => codes.get(identity),
    intents,
  })
}
