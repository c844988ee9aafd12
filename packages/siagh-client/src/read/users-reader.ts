import type { ApiError, BodyReader } from '@siagh-sync/http-client'
import { ok, type Result } from 'neverthrow'
import type { SiaghUser } from '../types'
import { createArrayRows } from './array-rows'
import { readRows } from './read-users'

const batchSize = 500

/** Reads a contact list while it arrives and gives it in batches of 500, the last of which may be shorter. */
export function createUsersReader(): BodyReader<readonly SiaghUser[]> {
  const rows = createArrayRows()
  let waiting: SiaghUser[] = []
  let seen = 0

  const wholeBatches = (users: readonly SiaghUser[]): SiaghUser[][] => {
    waiting = [...waiting, ...users]
    const batches: SiaghUser[][] = []
    while (waiting.length >= batchSize) batches.push(waiting.splice(0, batchSize))
    return batches
  }
  const read = (found: readonly unknown[]): Result<SiaghUser[][], ApiError> => {
    const start = seen
    seen += found.length
    return readRows(found, start).map(wholeBatches)
  }
  return {
    take: (chunk) => rows.take(chunk).andThen(read),
    end: () => rows.end().andThen(() => ok(waiting.length > 0 ? [waiting] : [])),
  }
}
