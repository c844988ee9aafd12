import type { IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, okAsync, safeTry, type ResultAsync } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import { countOf } from '../reading/find-pages'
import { isRefused } from '../reading/is-refused'
import { readEitherType } from '../reading/read-either-type'
import type { IdentityType } from '../types'
import type { ChangeSource } from './changes'
import { worded } from '../messages/core-messages'

type Reader = Pick<SyncContext, 'crm' | 'rules'>

const PAGE_SIZE = 500
/** How many of those who are listed are looked at, to see whether one of them is of the type that `find` does not show. */
const SAMPLE = 20

/**
 * `malformed`: `find` shows none of a type, and `search` lists more identities than `find` shows of both types. Nobody has seen what `find`
 * wants as a type key, and one that it does not know may be answered with nothing, for ever. Nor has anybody seen how a search is asked
 * for one type alone, so the identities are counted together. Documents are in no search.
 */
export function checkSight(
  reader: Reader,
  { kind }: ChangeSource,
  signal: AbortSignal | undefined,
): ResultAsync<void, SyncError> {
  // Of several type keys, one may well be nobody's.
  if (kind === 'invoice' || kind === 'quote' || reader.rules.find.typeKeys[kind].length > 1) return okAsync(undefined)
  return safeTry(async function* () {
    const other = kind === 'person' ? 'organization' : 'person'
    const shown = yield* countShown(reader, other)
    const listed = yield* listAround(reader, shown, signal)
    // Somebody may have been made between the two questions.
    if (listed.count <= shown || listed.count <= (yield* countShown(reader, other))) return ok(undefined)
    const isWhole = listed.isWhole && listed.some.length <= SAMPLE
    if (isWhole && !(yield* isAmong(reader, listed.some, kind))) return ok(undefined)
    const words = worded('nobody_by_find')
    return err<never, SyncError>({ kind: 'malformed', retryable: true, system: 'crm', ...words, path: 'total' })
  })
}

/** How many identities of a type `find` shows. It shows none of a type that it refuses to be asked for. */
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
  /** At least so many are listed. */
  readonly count: number
  readonly some: readonly IdentitySummary[]
  /** Whether `some` are all. */
  readonly isWhole: boolean
}

/** The page of the list on which one more than those who are `shown` would stand. */
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
      // One that cannot be read may be of the type.
      if (read.is !== 'found' || read.fetched.type === type) return ok(true)
    }
    return ok(false)
  })
}
