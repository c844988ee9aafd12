import type { ApiError, BodyReader } from '@siagh-sync/http-client'
import { ok, type Result } from 'neverthrow'
import type { UnreadableRow } from '../client-types'
import type { SiaghUser } from '../types'
import { createUserRows, type UserRows } from './user-rows'

const batchSize = 500

/**
 * Creates a reader of a contact list. It reads while the list arrives and returns batches of 500 contacts. The last
 * batch may be shorter.
 */
export function createUsersReader(): BodyReader<UserRows> {
  const rows = createUserRows()
  let users: SiaghUser[] = []
  let unreadable: UnreadableRow[] = []

  const batch = (size: number): UserRows => {
    const whole = { users: users.splice(0, size), unreadable }
    unreadable = []
    return whole
  }
  const keep = (found: UserRows) => {
    users = [...users, ...found.users]
    unreadable = [...unreadable, ...found.unreadable]
  }
  const read = (found: Result<UserRows, ApiError>): Result<UserRows[], ApiError> =>
    found.map((part) => {
      keep(part)
      const batches: UserRows[] = []
      while (users.length >= batchSize) batches.push(batch(batchSize))
      return batches
    })
  return {
    take: (text) => read(rows.take(text)),
    end: () =>
      read(rows.end()).andThen((batches) =>
        ok(users.length + unreadable.length > 0 ? [...batches, batch(batchSize)] : batches),
      ),
  }
}
