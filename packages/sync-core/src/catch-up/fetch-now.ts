import { err, ok, type Result } from 'neverthrow'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'

/** An identity as the CRM holds it now. `null`: it is gone, and the CRM answers other questions, so that its word counts. */
export async function fetchNow(
  context: Pick<SyncContext, 'crm'>,
  id: string,
  likely: IdentityType,
): Promise<Result<FetchedIdentity | null, SyncError>> {
  for (const type of likely === 'person'
    ? (['person', 'organization'] as const)
    : (['organization', 'person'] as const)) {
    const answer = await ask(context, id, type)
    if (answer.isErr() || answer.value) return answer
  }
  const probe = await context.crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  return probe.map(() => null)
}

async function ask(
  { crm }: Pick<SyncContext, 'crm'>,
  id: string,
  type: IdentityType,
): Promise<Result<FetchedIdentity | null, SyncError>> {
  const answer = await (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id))
  if (answer.isOk()) return ok({ type, identity: answer.value })
  const { error } = answer
  // What an id is answered with that the CRM does not have is unknown; a 500 is among the things it may be.
  const isMissing = error.kind === 'not_found' || (error.kind === 'unavailable' && error.status === 500)
  return isMissing ? ok(null) : err(error)
}
