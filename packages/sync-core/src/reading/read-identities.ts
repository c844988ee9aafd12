import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'
import { countOf, findPages } from './find-pages'
import { isRefused } from './is-refused'
import { knownAs, walkIdentities } from './walk-identities'

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
type By = IdentityPage['by']
type Pages = AsyncGenerator<Result<readonly FetchedIdentity[], SyncError>>

/** All identities of a type, and how many `find` tells of; `undefined`: the CRM refuses to be asked by it. */
interface Part {
  readonly type: IdentityType
  readonly typeKeys: readonly string[]
  readonly count: number | undefined
}

/**
 * Every person and organization of the CRM, page by page, each once. Where the CRM refuses `find`, or breaks off half-way, they are read
 * one at a time (`by`). Nobody has seen what `find` wants as a type key, so what it shows is never taken for all: whoever `search` lists
 * besides is read too. Ends after the first failure, yielded as the last item: an outage, or an identity that cannot be read.
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
  const sum = parts.value.reduce((so, { count }) => so + (count ?? NaN), 0)
  for (const part of parts.value) {
    for await (const page of readPart(reader, part, signal)) {
      yield page.map((read) => ({ ...read, ...(Number.isFinite(sum) && { total: sum }) }))
      if (page.isErr()) return
    }
    if (signal?.aborted) return
  }
}

async function planOf({ crm, rules }: Reader): Promise<Result<readonly Part[], SyncError>> {
  const parts: Part[] = []
  for (const type of ['person', 'organization'] as const) {
    const typeKeys = rules.find.typeKeys[type]
    let count: number | undefined = 0
    for (const typeKey of typeKeys) {
      const counted = await countOf(crm, type, typeKey)
      if (counted.isErr() && !isRefused(counted.error)) return err(counted.error)
      count = counted.isErr() || count === undefined ? undefined : count + counted.value
    }
    parts.push({ type, typeKeys, count })
  }
  return ok(parts)
}

async function* readPart(
  { crm }: Reader,
  { type, typeKeys, count }: Part,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result<Omit<IdentityPage, 'total'>, SyncError>> {
  const known = new Set<string>()
  let by: By = count === undefined ? 'search' : 'find'
  for (const typeKey of by === 'find' ? typeKeys : []) {
    for await (const page of findPages(crm, type, typeKey)) {
      if (page.isErr() && isRefused(page.error)) {
        by = 'search'
        break
      }
      yield page.map((found) => {
        const fresh = found.filter(({ crmId }) => !known.has(knownAs(crmId)))
        for (const { crmId } of fresh) known.add(knownAs(crmId))
        return { identities: fresh.map((identity) => ({ type, identity })), by: 'find' as const }
      })
      if (page.isErr() || signal?.aborted) return
    }
  }
  if (known.size === 0) by = 'search'
  const rest: Pages = walkIdentities(crm, type, known, signal)
  for await (const page of rest) {
    yield page.map((identities) => ({ identities, by }))
    if (page.isErr() || signal?.aborted) return
  }
}
