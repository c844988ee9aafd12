import type { ApiError, SiaghUser, UnreadableRow } from '@siagh-sync/siagh-client'
import type { Result } from 'neverthrow'
import type { SyncContext } from '../context'
import { createUnreadableLog } from './log-unreadable'

/**
 * Every contact of Siagh, in batches as the list arrives. Ends after the first failure, which is yielded as the last
 * item. Unreadable rows are left out, logged, and given to `onUnreadable`.
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
  createUnreadableLog(logger, company)(unreadable)
}
