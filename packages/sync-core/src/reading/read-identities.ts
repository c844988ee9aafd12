import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'
import { countOf, findPages } from './find-pages'
import { isRefused } from './is-refused'
import { walkIdentities } from './walk-identities'

/** Some of the CRM's identities, whole. */
export interface IdentityPage {
  readonly identities: readonly FetchedIdentity[]
  /** Of all pages, where the CRM tells. */
  readonly total?: number
  /** Whether they came by whole pages, or one at a time since the CRM refuses `find`. */
  readonly by: 'find' | 'search'
}

/** How the CRM is read. */
export interface ReadIdentitiesOptions {
  /** Ends the reading after the page under way. */
  readonly signal?: AbortSignal
}

type Reader = Pick<SyncContext, 'crm' | 'rules'>

/** Persons or organizations of one type key, and how many there are; `undefined`: the CRM refuses to be asked by `find`. */
interface Part {
  readonly type: IdentityType
  readonly typeKey: string
  readonly count: number | undefined
}

/**
 * Every person and organization of the CRM, page by page, each once. Where the CRM refuses `find`, or breaks off half-way, they
 * are read one at a time (`by`). Ends after the first failure, yielded as the last item: an outage, or an identity that cannot be read.
 */
export async function* readIdentities(
  reader: Reader,
  { signal }: ReadIdentitiesOptions = {},
): AsyncGenerator<Result<IdentityPage, SyncError>> {
  const parts = await planOf(reader)
  if (parts.isErr()) {
    yield err(parts.error)
    return
  }
  const counts = parts.value.map(({ count }) => count ?? NaN)
  const sum = counts.reduce((one, other) => one + other, 0)
  const seen = new Set<string>()
  for (const part of parts.value) {
    for await (const page of readPart(reader, part)) {
      yield page.map(({ identities, by }) => {
        const fresh = identities.filter(({ identity }) => !seen.has(identity.crmId))
        for (const { identity } of fresh) seen.add(identity.crmId)
        return { identities: fresh, by, ...(Number.isFinite(sum) && { total: sum }) }
      })
      if (page.isErr() || signal?.aborted) return
    }
  }
}

/** A type that is read one at a time is read once, whatever keys it has. */
async function planOf({ crm, rules }: Reader): Promise<Result<readonly Part[], SyncError>> {
  const parts: Part[] = []
  for (const type of ['person', 'organization'] as const) {
    const keyed: Part[] = []
    for (const typeKey of rules.find.typeKeys[type]) {
      const count = await countOf(crm, type, typeKey)
      if (count.isErr() && !isRefused(count.error)) return err(count.error)
      keyed.push({ type, typeKey, count: count.unwrapOr(undefined) })
    }
    const refused = keyed.find(({ count }) => count === undefined)
    parts.push(...(refused ? [refused] : keyed))
  }
  return ok(parts)
}

async function* readPart({ crm }: Reader, part: Part): AsyncGenerator<Result<IdentityPage, SyncError>> {
  const { type, typeKey, count } = part
  if (count !== undefined) {
    let refused = false
    for await (const page of findPages(crm, type, typeKey)) {
      refused = page.isErr() && isRefused(page.error)
      if (!refused)
        yield page.map((found) => ({ identities: found.map((identity) => ({ type, identity })), by: 'find' }))
    }
    if (!refused) return
  }
  for await (const page of walkIdentities(crm, type)) yield page.map((identities) => ({ identities, by: 'search' }))
}
