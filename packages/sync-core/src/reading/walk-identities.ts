import type { CrmClient, IdentitySummary } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import { normalizeId } from '../key'
import { findFault } from '../run/find-fault'
import type { IdentityType } from '../types'
import { listIdentities } from './list-identities'
import { readEitherType } from './read-either-type'
import { createUnshown, type UnreadableIdentity } from './unreadable-identity'
import { worded } from '../messages/core-messages'

type Reads = Pick<CrmClient, 'searchAllIdentities' | 'searchIdentities' | 'getPerson' | 'getOrganization'>

/** Some of the identities that the CRM lists. */
interface WalkedIdentities {
  readonly identities: readonly FetchedIdentity[]
  /**
   * Identities that stay in the list, but are shown neither as a person nor as an organization. Yielded at the end.
   */
  readonly unreadable: readonly UnreadableIdentity[]
}

type Walked = AsyncGenerator<Result<WalkedIdentities, SyncError>>

/** How many are read at once. The client also limits the rate. */
const CONCURRENCY = 8
/** How often the list is read, as long as it shows new identities or may lack some. */
const WALKS = 4

/**
 * Every listed identity that is not `known`, read one by one and added to `known`. Only the answer shows whether it
 * is a person or an organization. If an identity is deleted meanwhile, another one may move to a page that was
 * already read. So the list is read until it shows no new identity. An identity that is listed and cannot be read
 * counts as deleted only if two lists lack it. Otherwise it is `unreadable`. Ends after the first failure of the CRM
 * as a whole.
 */
export async function* walkIdentities(crm: Reads, known: Set<string>, signal?: AbortSignal): Walked {
  const reader = createReader(crm)
  const unshown = createUnshown()
  for (let walk = 1, before = -1; walk <= WALKS && (known.size > before || unshown.isOpen()); walk += 1) {
    before = known.size
    for await (const page of listIdentities(crm, signal)) {
      if (page.isErr()) {
        yield err(page.error)
        return
      }
      unshown.listed(page.value.map(({ identityId }) => knownAs(identityId)))
      const fresh = page.value.filter(({ identityId }) => isNew(known, identityId))
      if (!(yield* readAll(reader, unshown, fresh, signal))) return
    }
    if (!(yield* readAll(reader, unshown, unshown.endWalk(), signal))) return
  }
  const unreadable = unshown.left()
  if (unreadable.length > 0) yield ok({ identities: [], unreadable })
}

/** The id under which an identity is known. The list may write it in any form. */
export function knownAs(id: string): string {
  return normalizeId(id) ?? id
}

function isNew(known: Set<string>, identityId: string): boolean {
  const before = known.size
  return known.add(knownAs(identityId)).size > before
}

type Reader = (id: string) => Promise<Result<FetchedIdentity | { readonly error: SyncError }, SyncError>>

/**
 * Reads identities. Returns whether all were requested: `false` if the CRM failed, or if the signal ended the
 * reading.
 */
async function* readAll(
  read: Reader,
  unshown: ReturnType<typeof createUnshown>,
  summaries: readonly IdentitySummary[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Result<WalkedIdentities, SyncError>, boolean> {
  for (let start = 0; start < summaries.length; start += CONCURRENCY) {
    const some = summaries.slice(start, start + CONCURRENCY)
    const answers = await Promise.all(some.map(async (summary) => ({ summary, read: await read(summary.identityId) })))
    const identities: FetchedIdentity[] = []
    let failure: SyncError | undefined
    for (const { summary, read: answer } of answers) {
      if (answer.isErr()) failure ??= answer.error
      else if ('error' in answer.value) unshown.add({ ...summary, error: answer.value.error })
      else {
        identities.push(answer.value)
        unshown.found(knownAs(summary.identityId))
      }
    }
    if (identities.length > 0) yield ok({ identities, unreadable: [] })
    if (failure) yield err(failure)
    if (failure || signal?.aborted) return false
  }
  return !signal?.aborted
}

/** Requests the type of the last identity first. */
function createReader(crm: Reads): Reader {
  let likely: IdentityType = 'person'
  return async (id) => {
    const answer = await readEitherType(crm, id, likely)
    if (answer.isErr()) return err(answer.error)
    const read = answer.value
    switch (read.is) {
      case 'found':
        likely = read.fetched.type
        return ok(read.fetched)
      case 'missing':
        return ok({ error: notShown() })
      case 'unreadable': {
        // An error of one record must not count as an outage: the caller would wait for ever.
        const { error } = read
        const isRecords = error.kind === 'rejected' || (await findFault({ crm }, error)) === 'record'
        return isRecords ? ok({ error }) : err(error)
      }
    }
  }
}

function notShown(): SyncError {
  return { kind: 'not_found', retryable: false, system: 'crm', ...worded('listed_not_shown') }
}
