import type { ApiError, SiaghUser } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncContext } from '../context'

/** Every contact of Siagh, in batches. Ends after the first failure, yielded as the last item. */
export async function* readContacts({
  siagh,
}: Pick<SyncContext, 'siagh'>): AsyncGenerator<Result<readonly SiaghUser[], ApiError>> {
  yield await siagh.getAllUsers()
}
