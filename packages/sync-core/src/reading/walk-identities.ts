import type { CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'

type Reads = Pick<CrmClient, 'searchAllIdentities' | 'getPerson' | 'getOrganization'>

/** How many are read at once; the client's own limit of the rate stands before it. */
const CONCURRENCY = 8

/**
 * Every identity of a type, read one at a time: what can be done where the CRM refuses `find`. Each once; one that is deleted
 * meanwhile is left out. Ends after the first that cannot be read, since nobody could say whose it is.
 */
export async function* walkIdentities(
  crm: Reads,
  type: IdentityType,
): AsyncGenerator<Result<readonly FetchedIdentity[], SyncError>> {
  const seen = new Set<string>()
  for await (const page of crm.searchAllIdentities({ identityType: type })) {
    if (page.isErr()) {
      yield err(page.error)
      return
    }
    const ids = page.value.map(({ identityId }) => identityId).filter((id) => !seen.has(id))
    for (const id of ids) seen.add(id)
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
}

async function ask(crm: Reads, type: IdentityType, id: string): Promise<Result<FetchedIdentity | null, SyncError>> {
  const answer = await (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id))
  if (answer.isOk()) return ok({ type, identity: answer.value })
  if (answer.error.kind === 'not_found') return ok(null)
  return err({ ...answer.error, message: `identity ${id}: ${answer.error.message}` })
}
