import { malformed, type ApiError } from '@siagh-sync/http-client'
import { err, ok, type Result } from 'neverthrow'
import type { UnreadableRow } from '../client-types'
import type { SiaghUser } from '../types'
import { createArrayRows } from './array-rows'
import { readUser } from './read-users'

/** Rows of a contact list: the contacts, and those that cannot be read. */
export interface UserRows {
  readonly users: readonly SiaghUser[]
  readonly unreadable: readonly UnreadableRow[]
}

/** Reads a contact list piece by piece. */
export interface UserRowReader {
  /** The rows that are complete now. */
  readonly take: (text: string) => Result<UserRows, ApiError>
  /** Ends the text and returns the last row. */
  readonly end: () => Result<UserRows, ApiError>
}

// If this many rows, and none before them, cannot be read, the answer is a list of something else. Each unreadable
// row needs memory.
const mostWithoutAny = 1_000
const mostUnreadable = 10_000

/** Creates a reader. `malformed`: no row of the list can be read. It names the first row. */
export function createUserRows(): UserRowReader {
  const rows = createArrayRows()
  let seen = 0
  let readable = 0
  let unreadableSoFar = 0
  let first: UnreadableRow | undefined

  const sort = (found: readonly unknown[]): Result<UserRows, ApiError> => {
    const users: SiaghUser[] = []
    const unreadable: UnreadableRow[] = []
    for (const row of found) {
      readUser(row, seen++).match(
        (user) => users.push(user),
        (odd) => unreadable.push(odd),
      )
      if (unreadable.length >= mostUnreadable) break
    }
    first ??= unreadable[0]
    readable += users.length
    unreadableSoFar += unreadable.length
    const isNoList = unreadableSoFar >= (readable === 0 ? mostWithoutAny : mostUnreadable)
    return isNoList ? err(faultOf(first)) : ok({ users, unreadable })
  }
  return {
    take: (text) => rows.take(text).andThen(sort),
    end: () =>
      rows
        .end()
        .andThen(sort)
        .andThen((last) => (first !== undefined && readable === 0 ? err(faultOf(first)) : ok(last))),
  }
}

function faultOf(row: UnreadableRow | undefined): ApiError {
  if (row === undefined) return malformed('siagh', '')
  return malformed('siagh', row.field === '' ? String(row.index) : `${row.index}.${row.field}`)
}
