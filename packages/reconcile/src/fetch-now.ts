import { err, ok, type Result } from 'neverthrow'
import type { IdentityType, SyncError, SyncInternals } from '@siagh-sync/sync-core'
import { findFault, probeCrm, readEitherType, type FetchedIdentity } from '@siagh-sync/sync-core/matching'

/**
 * The identity as it is in the CRM now. `null`: it is gone, and the CRM answers other requests, so its answer can be
 * believed. Nobody has seen what the CRM answers for a missing id; HTTP 500 is possible. So a 500 means that the
 * identity is gone if it is not listed (`isListed`). If it is listed, a 500 only means that it cannot be read
 * (`unreadable`).
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
