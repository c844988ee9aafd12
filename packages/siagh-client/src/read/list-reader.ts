import type { BodyReader } from '@siagh-sync/http-client'
import { ok } from 'neverthrow'
import type { SiaghUser, UnreadableRow } from '../types'
import { createUserRows, type UserRows } from './user-rows'

/** Reads a contact list while it arrives, so that its text is never held, and gives it once, when it is whole. */
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
