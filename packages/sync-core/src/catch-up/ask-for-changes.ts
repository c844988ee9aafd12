import type { CrmClient, FindCondition, FindPage, FindQuery, FoundObjects } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import type { ChangedRecord } from './recent-notes'
import { worded } from '../messages/core-messages'

/** A kind of record and its type key, for which the CRM lists changes. */
export interface ChangeSource {
  readonly kind: keyof FoundObjects
  readonly typeKey: string
}

/** A request to the CRM. */
export type Ask = (conditions: readonly FindCondition[], pageNumber: number) => Promise<Result<Found, SyncError>>

/** A page of the answer: changes in the requested order, and the number of all changes. */
export interface Found {
  readonly changes: readonly ChangedRecord[]
  readonly total: number
}

/** A search accepts 500. Nobody has seen a larger page. */
export const PAGE_SIZE = 500
/** Requests the changes of one kind, in one order. `malformed`: a record has no date. */
export function asking(
  crm: Pick<CrmClient, 'find'>,
  { kind, typeKey }: ChangeSource,
  direction: 'ascending' | 'descending',
  signal: AbortSignal | undefined,
  pageSize = PAGE_SIZE,
): Ask {
  return async (conditions, pageNumber) => {
    const orderBy = [{ field: 'ModifyDate', direction }]
    const query: FindQuery = { typeKey, conditions, orderBy, pageNumber, pageSize }
    const page = await crm.find(kind, query, signal ? { signal } : {})
    return page.mapErr((error): SyncError => error).andThen(readDates)
  }
}

/** The condition that a change is at or after a time, or before it. */
export const changed = (operator: 'greaterOrEqual' | 'less', at: number): FindCondition => ({
  field: 'ModifyDate',
  operator,
  value: new Date(at),
})

function readDates({
  data,
  unreadable = [],
  total,
}: FindPage<FoundObjects[keyof FoundObjects]>): Result<Found, SyncError> {
  const changes: ChangedRecord[] = []
  for (const [index, { crmId, modifyDate }] of data.entries()) {
    if (!modifyDate) return err(findIsIgnored(`data.${index}.modifyDate`))
    changes.push({ id: crmId, at: modifyDate.getTime() })
  }
  // An unreadable record was changed too. It is noted, and its own run will fail.
  for (const { index, id, modifyDate } of unreadable) {
    if (id === undefined || !modifyDate) return err(findIsIgnored(`data.${index}.modifyDate`))
    changes.splice(index, 0, { id, at: modifyDate.getTime() })
  }
  return ok({ changes, total })
}

/** `malformed`: a change is older than `from`, or older than the change before it. */
export function inOrder(found: Found, from: number): Result<Found, SyncError> {
  let latest = from
  for (const [index, { at }] of found.changes.entries()) {
    if (at < latest) return err(findIsIgnored(`data.${index}.modifyDate`))
    latest = at
  }
  return ok(found)
}

/** The error `malformed`: the CRM ignores the conditions or the order of `find`. */
export function findIsIgnored(path: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('find_not_heeded'), path }
}
