import type { CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import { normalizeId } from '../key'
import { findFault } from '../run/find-fault'
import type { IdentityType } from '../types'

type Reads = Pick<CrmClient, 'searchAllIdentities' | 'searchIdentities' | 'getPerson' | 'getOrganization'>

/** How many are read at once; the client's own limit of the rate stands before it. */
const CONCURRENCY = 8
/** How often the list is walked through while it still shows somebody new. */
const WALKS = 4

/**
 * Every identity of a type that is not `known`, read one at a time, and known from then on. One that is deleted meanwhile is left out, and
 * makes those behind it move up in the list, one of them past a page: so the list is walked through until it shows nobody new. Ends
 * after the first that cannot be read, since nobody could say whose it is.
 */
export async function* walkIdentities(
  crm: Reads,
  type: IdentityType,
  known: Set<string>,
  signal?: AbortSignal,
): AsyncGenerator<Result<readonly FetchedIdentity[], SyncError>> {
  for (let walk = 1, before = -1; walk <= WALKS && known.size > before; walk += 1) {
    before = known.size
    for await (const page of crm.searchAllIdentities({ identityType: type })) {
      if (page.isErr()) {
        yield err(page.error)
        return
      }
      const ids = page.value.map(({ identityId }) => identityId).filter((id) => !known.has(knownAs(id)))
      for (const id of ids) known.add(knownAs(id))
      for await (const some of readAll(crm, type, ids)) {
        yield some
        if (some.isErr()) return
      }
      if (signal?.aborted) return
    }
  }
}

/** The id by which an identity is known, in whichever way it was listed. */
export function knownAs(id: string): string {
  return normalizeId(id) ?? id
}

async function* readAll(
  crm: Reads,
  type: IdentityType,
  ids: readonly string[],
): AsyncGenerator<Result<readonly FetchedIdentity[], SyncError>> {
  for (let start = 0; start < ids.length; start += CONCURRENCY) {
    const answers = await Promise.all(ids.slice(start, start + CONCURRENCY).map((id) => ask(crm, type, id)))
    const failed = answers.find((answer) => answer.isErr())
    const found = answers.flatMap((answer) => answer.unwrapOr(null) ?? [])
    if (found.length > 0) yield ok(found)
    if (!failed?.isErr()) continue
    yield err(failed.error)
    return
  }
}

async function ask(crm: Reads, type: IdentityType, id: string): Promise<Result<FetchedIdentity | null, SyncError>> {
  const answer = await (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id))
  if (answer.isOk()) return ok({ type, identity: answer.value })
  const { error } = answer
  if (error.kind === 'not_found') return ok(null)
  const message = `identity ${id}: ${error.message}`
  // Whoever waits out an outage would wait for ever for one record that the CRM cannot show.
  const isRecords = error.kind === 'unavailable' && (await findFault({ crm }, error)) === 'record'
  return err(
    isRecords ? { kind: 'malformed', retryable: true, system: 'crm', message, path: '' } : { ...error, message },
  )
}
