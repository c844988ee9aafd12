import { err, type Result } from 'neverthrow'
import type { ApiError } from '@siagh-sync/crm-client'
import type { SyncContext } from '../context'
import type { SyncError } from '../errors'
import type { FetchedIdentity } from '../identity/fetch-identity'
import type { IdentityType } from '../types'

/**
 * An identity as the CRM holds it now. `null`: it is gone, and the CRM answers other questions, so that its word counts. What an id is
 * answered with that the CRM does not have is unknown, and a 500 is among the things it may be: so it says so of one that is not `isListed`,
 * and of one that is, no more than that it cannot be read (`unreadable`).
 */
export async function fetchNow(
  context: Pick<SyncContext, 'crm'>,
  id: string,
  likely: IdentityType,
  isListed: boolean,
): Promise<Result<FetchedIdentity | 'unreadable' | null, SyncError>> {
  let isUnreadable = false
  for (const type of likely === 'person'
    ? (['person', 'organization'] as const)
    : (['organization', 'person'] as const)) {
    const answer = await ask(context, id, type)
    if (answer.isOk()) return answer
    const { error } = answer
    if (error.kind === 'unavailable' && error.status === 500) isUnreadable = true
    else if (error.kind !== 'not_found') return err(error)
  }
  const probe = await context.crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  return probe.map(() => (isUnreadable && isListed ? 'unreadable' : null))
}

async function ask(
  { crm }: Pick<SyncContext, 'crm'>,
  id: string,
  type: IdentityType,
): Promise<Result<FetchedIdentity, ApiError>> {
  const answer = await (type === 'person' ? crm.getPerson(id) : crm.getOrganization(id))
  return answer.map((identity) => ({ type, identity }))
}
