import type { IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { countOf } from '../reading/find-pages'
import { isRefused } from '../reading/is-refused'
import { readEitherType } from '../reading/read-either-type'
import type { IdentityType } from '../types'
import type { ChangeSource } from './ask-for-changes'
import { worded } from '../messages/core-messages'

type Reader = Pick<SyncContext, 'crm' | 'rules' | 'store' | 'company'>

const PAGE_SIZE = 500
/** How many listed identities are read, to see whether one of them is of the type that `find` does not show. */
const SAMPLE = 20

/**
 * Finds out whether `find` hides a type of identity. `malformed`: `find` shows no identity of this type, and `search`
 * lists more identities than `find` shows of both types. Nobody has seen which type keys `find` accepts. For an
 * unknown type key the CRM may return nothing, for ever. Nobody has seen how to search for one type alone, so both
 * types are counted together. A search does not list documents. So `find` hides documents if the store knows some that
 * came by webhooks.
 */
export function checkSight(
  reader: Reader,
  { kind, typeKey }: ChangeSource,
  signal: AbortSignal | undefined,
): ResultAsync<void, SyncError> {
  return safeTry(async function* () {
    // It has just shown no record under a condition that every record meets.
    const isConditionIgnored = (yield* countOf(reader.crm, kind, typeKey)) > 0
    if (isConditionIgnored) return err<never, SyncError>(notHeeded())
    // If a kind has several type keys, one of them may have no records.
    if (reader.rules.find.typeKeys[kind].length > 1) return ok(undefined)
    if (kind === 'invoice' || kind === 'quote') {
      yield* checkDocuments(reader, kind)
      return ok(undefined)
    }
    const other = kind === 'person' ? 'organization' : 'person'
    const shown = yield* countShown(reader, other)
    const listed = yield* listAround(reader, shown, signal)
    // An identity may have been created between the two requests.
    if (listed.count <= shown || listed.count <= (yield* countShown(reader, other))) return ok(undefined)
    const isWhole = listed.isWhole && listed.some.length <= SAMPLE
    if (isWhole && !(yield* isAmong(reader, listed.some, kind))) return ok(undefined)
    const words = worded('nobody_by_find')
    return err<never, SyncError>({ kind: 'malformed', retryable: true, system: 'crm', ...words, path: 'total' })
  })
}

/** `malformed`: `find` shows no document of this kind, and Siagh has got some. */
function checkDocuments({ store, company }: Reader, kind: 'invoice' | 'quote'): ResultAsync<void, SyncError> {
  return store.mappings
    .list(company, { kind, state: 'linked' }, { limit: 1 })
    .mapErr((error): SyncError => error)
    .andThen(({ items }) => (items.length > 0 ? err(notHeeded()) : ok(undefined)))
}

function notHeeded(): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('find_not_heeded'), path: 'total' }
}

/** How many identities of a type `find` shows. 0 if the CRM refuses `find` for the type. */
function countShown({ crm, rules }: Reader, type: IdentityType): ResultAsync<number, SyncError> {
  return safeTry(async function* () {
    let count = 0
    for (const typeKey of rules.find.typeKeys[type]) {
      count += yield* countOf(crm, type, typeKey).orElse((error) => (isRefused(error) ? ok(0) : err(error)))
    }
    return ok(count)
  })
}

interface Listed {
  /** The list has at least this many identities. */
  readonly count: number
  readonly some: readonly IdentitySummary[]
  /** Whether `some` are all of them. */
  readonly isWhole: boolean
}

/** Reads the page of the list that would hold one identity more than `shown`. */
function listAround({ crm }: Reader, shown: number, signal: AbortSignal | undefined): ResultAsync<Listed, SyncError> {
  const pageNumber = Math.floor(shown / PAGE_SIZE)
  const query = { pageNumber, pageSize: PAGE_SIZE }
  return crm.searchIdentities(query, signal ? { signal } : {}).map((some) => ({
    count: some.length === 0 ? 0 : pageNumber * PAGE_SIZE + some.length,
    some,
    isWhole: pageNumber === 0 && some.length < PAGE_SIZE,
  }))
}

function isAmong(
  { crm }: Reader,
  listed: readonly IdentitySummary[],
  type: IdentityType,
): ResultAsync<boolean, SyncError> {
  return safeTry(async function* () {
    for (const { identityId } of listed) {
      const read = yield* await readEitherType(crm, identityId, type)
      // An unreadable identity may be of the type.
      if (read.is !== 'found' || read.fetched.type === type) return ok(true)
    }
    return ok(false)
  })
}
