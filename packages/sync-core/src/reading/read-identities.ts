import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'
import { countOf, findPages } from './find-pages'
import { isRefused } from './is-refused'
import type { UnreadableIdentity } from './unreadable-identity'
import { knownAs, walkIdentities } from './walk-identities'

/** Some identities of the CRM, complete. */
interface IdentityPage {
  readonly identities: readonly FetchedIdentity[]
  /**
   * Identities that the CRM lists, but shows neither as a person nor as an organization. So their type is unknown. On
   * the last page.
   */
  readonly unreadable: readonly UnreadableIdentity[]
  /** The number on all pages. Absent: the CRM does not say it. */
  readonly total?: number
  /** `find`: they came in whole pages. `search`: they were read one by one, because the CRM refuses `find`. */
  readonly by: 'find' | 'search'
}

/** How the CRM is read. */
interface ReadIdentitiesOptions {
  /** Ends the reading after the current page. */
  readonly signal?: AbortSignal
}

type Reader = Pick<SyncContext, 'crm' | 'rules'>
type Pages = AsyncGenerator<Result<Omit<IdentityPage, 'total'>, SyncError>>

/** All identities of a type, and how many of them `find` counts. `undefined`: the CRM refuses `find`. */
interface Part {
  readonly type: IdentityType
  readonly typeKeys: readonly string[]
  readonly count: number | undefined
}

/** What `find` has shown so far. */
interface Shown {
  /** The ids, in the form of `knownAs`. */
  readonly known: Set<string>
  /** The types for which `find` shows identities and does not fail. */
  readonly types: Set<IdentityType>
}

/**
 * Every person and organization of the CRM, page by page, each once. If the CRM refuses `find`, or if `find` fails
 * half-way, they are read one by one (`by`). Nobody has seen which type keys `find` accepts, so its answer never
 * counts as complete. Identities that only `search` lists are read too, as either type, because nobody has seen which
 * `identityType` means which type. Listed identities that cannot be read are returned as `unreadable`. Ends after the
 * first failure, which is yielded as the last item: the CRM as a whole cannot be read.
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
  const total = Number.isFinite(sum) ? { total: sum } : {}
  const shown: Shown = { known: new Set(), types: new Set() }
  const readings = [
    ...parts.value.map((part) => () => findAll(reader, part, shown)),
    () => walkRest(reader, shown, signal),
  ]
  for (const reading of readings) {
    for await (const page of reading()) {
      yield page.map((read) => ({ ...read, ...total }))
      if (page.isErr() || signal?.aborted) return
    }
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

/** The identities that `find` shows. Yields nothing if the CRM refuses it. */
async function* findAll({ crm }: Reader, { type, typeKeys, count }: Part, { known, types }: Shown): Pages {
  if (count === undefined) return
  for (const typeKey of typeKeys) {
    for await (const page of findPages(crm, type, typeKey)) {
      if (page.isErr() && isRefused(page.error)) {
        types.delete(type)
        return
      }
      yield page.map((found) => {
        const fresh = found.filter(({ crmId }) => !known.has(knownAs(crmId)))
        for (const { crmId } of fresh) known.add(knownAs(crmId))
        if (fresh.length > 0) types.add(type)
        return { identities: fresh.map((identity) => ({ type, identity })), unreadable: [], by: 'find' as const }
      })
    }
  }
}

/** The identities that only the list shows. */
async function* walkRest({ crm }: Reader, { known, types }: Shown, signal: AbortSignal | undefined): Pages {
  for await (const page of walkIdentities(crm, known, signal)) {
    yield page.map((walked) => {
      const isFound = walked.identities.every(({ type }) => types.has(type))
      return { ...walked, by: isFound ? ('find' as const) : ('search' as const) }
    })
  }
}
