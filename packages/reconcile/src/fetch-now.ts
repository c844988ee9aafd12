import { err, ok, type Result } from 'neverthrow'
import type { IdentityType, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { findFault, probeCrm, readEitherType, type FetchedIdentity } from '@siagh-sync/sync-core/matching'

/**
 * An identity as the CRM holds it now. `null`: it is gone, and the CRM answers other questions, so that its word counts. What an id is
 * answered with that the CRM does not have is unknown, and a 500 is among the things it may be: so it says so of one that is not `isListed`,
 * and of one that is, no more than that it cannot be read (`unreadable`).
 */
export async function fetchNow(
  { crm }: Pick<SyncInternals, 'crm'>,
  id: string,
  likely: IdentityType,
  isListed: boolean,
): Promise<Result<FetchedIdentity | 'unreadable' | null, SyncError>> {
  const read = await readEitherType(crm, id, likely)
  if (read.isErr()) return err(read.error)
  const answer = read.value
  if (answer.is === 'found') return ok(answer.fetched)
  if (answer.is === 'unreadable' && !answer.mayBeMissing) {
    const { error } = answer
    const isRecords = error.kind === 'rejected' || (await findFault({ crm }, error)) === 'record'
    return isRecords ? ok('unreadable') : err(error)
  }
  const probe = await probeCrm(crm)
  return probe.map(() => (answer.is === 'unreadable' && isListed ? 'unreadable' : null))
}
