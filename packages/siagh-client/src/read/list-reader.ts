import type { BodyReader } from '@siagh-sync/http-client'
import { ok } from 'neverthrow'
import type { UnreadableRow } from '../client-types'
import type { SiaghUser } from '../types'
import { createUserRows, type UserRows } from './user-rows'

/**
 * Creates a reader of a contact list. It reads while the list arrives, so its text is never kept, and returns the
 * list once, when it is complete.
 */
export function createListReader(): BodyReader<UserRows> {
  const rows = createUserRows()
  const users: SiaghUser[] = []
  const unreadable: UnreadableRow[] = []
  const keep = (found: UserRows) => {
    for (const user of found.users) users.push(user)
    for (const row of found.unreadable) unreadable.push(row)
  }
  return {
    take: (text) =>
      rows.take(text).map((found) => {
        keep(found)
        return []
      }),
    end: () =>
      rows.end().andThen((found) => {
        keep(found)
        return ok([{ users, unreadable }])
      }),
  }
}
