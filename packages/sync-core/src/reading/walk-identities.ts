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
  /** Listed to the end, and shown neither as a person nor as an organization. Told last of all. */
  readonly unreadable: readonly UnreadableIdentity[]
}

type Walked = AsyncGenerator<Result<WalkedIdentities, SyncError>>

/** How many are read at once; the client's own limit of the rate stands before it. */
const CONCURRENCY = 8
/** How often the list is walked through while it still shows somebody new, or may have dropped somebody. */
const WALKS = 4

/**
 * Every identity that the CRM lists and that is not `known`, read one at a time, and known from then on. Whether it is a person or an
 * organization only the answer tells. One that is deleted meanwhile makes those behind it move up in the list, one of them past a page: so
 * the list is walked through until it shows nobody new. Who is listed and cannot be read counts as deleted only when the list has left
 * them out twice; else they are `unreadable`. Ends after the first failure of the CRM as a whole.
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

/** The id by which an identity is known, in whichever way it was listed. */
export function knownAs(id: string): string {
  return normalizeId(id) ?? id
}

function isNew(known: Set<string>, identityId: string): boolean {
  const before = known.size
  return known.add(knownAs(identityId)).size > before
}

type Reader = (id: string) => Promise<Result<FetchedIdentity | { readonly error: SyncError }, SyncError>>

/** Whether all of them were asked for: the CRM could be, and the signal has not ended it. */
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

/** The type that was right for the last one is asked first for the next. */
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
        // Whoever waits out an outage would wait for ever for one record that the CRM cannot show.
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
