import type { ApiError, SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncContext } from '../context'

/** Every contact of Siagh, in batches as the list comes in. Ends after the first failure, yielded as the last item. */
export function readContacts({
  siagh,
}: Pick<SyncContext, 'siagh'>): AsyncIterable<Result<readonly SiaghUser[], ApiError>> {
  return siagh.readUsers()
}
