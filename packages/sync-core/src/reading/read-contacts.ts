import type { ApiError, SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncContext } from '../context'
import { unreadableTeller } from './tell-unreadable'

/**
 * Every contact of Siagh, in batches as the list comes in. Ends after the first failure, yielded as the last item. Rows that cannot be read are left
 * out, told in the log, and given to `onUnreadable`.
 */
export async function* readContacts(
  { siagh, logger, company }: Pick<SyncContext, 'siagh' | 'logger' | 'company'>,
  onUnreadable: (row: UnreadableRow) => void = () => {},
): AsyncGenerator<Result<readonly SiaghUser[], ApiError>> {
  const unreadable: UnreadableRow[] = []
  const note = (row: UnreadableRow) => {
    unreadable.push(row)
    onUnreadable(row)
  }
  yield* siagh.readUsers({ onUnreadable: note })
  unreadableTeller(logger, company)(unreadable)
}
