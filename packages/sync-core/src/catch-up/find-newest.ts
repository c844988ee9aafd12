import type { CrmClient } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import {
  asking,
  changed,
  findIsIgnored,
  inOrder,
  sinceTime,
  SMALLEST_LIMIT,
  type ChangeSource,
  type Found,
  type Reading,
} from './ask-for-changes'

/**
 * The time of the newest change of a kind. `null`: the CRM shows no record. `malformed`: the CRM ignores the order, the
 * conditions or the page, or compares times in another way. Then its answers to `readChanges` would lack changes for
 * ever, and nothing would tell it.
 */
export async function findNewest(
  crm: Pick<CrmClient, 'find'>,
  source: ChangeSource,
  { latest = Infinity, signal }: Reading = {},
): Promise<Result<number | null, SyncError>> {
  const newestFirst = asking(crm, source, 'descending', signal)
  const oldestFirst = asking(crm, source, 'ascending', signal)
  const newestOf = (pageSize: number) => newestFirst([changed('greaterOrEqual', 0)], 1, pageSize)
  // A record may be saved or deleted between two answers.
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    // If the CRM did not follow the order, the oldest change would count as the newest, and all old records of the CRM
    // would come to Siagh.
    const some = (await newestOf(SMALLEST_LIMIT)).andThen((found) =>
      inOrder(upwards(found), 0).map(() => found.changes),
    )
    if (some.isErr()) return err(some.error)
    const one = await newestOf(1)
    if (one.isErr()) return err(one.error)
    const [first] = some.value
    const [same] = one.value.changes
    if (!first && !same) return ok(null)
    // If pages are counted from 0, page 1 is the second one: another record, or none.
    if (!first || first.id !== same?.id || first.at !== same.at) continue
    const since = await oldestFirst([changed('greaterOrEqual', first.at)], 1, SMALLEST_LIMIT)
    if (since.isErr()) return err(since.error)
    // The record itself was changed at this time, or later by now.
    if (since.value.changes.length === 0) continue
    // If all changes are too late, our own clock is wrong.
    const newest = some.value.find(({ at }) => at <= latest) ?? first
    return sinceTime(since.value, first.at).map(() => newest.at)
  }
  return err(findIsIgnored('data'))
}

const ATTEMPTS = 3

function upwards({ changes }: Found): Found {
  return { changes: [...changes].reverse() }
}
