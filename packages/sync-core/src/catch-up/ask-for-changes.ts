import type { CrmClient, FindCondition, FindPage, FindQuery, FoundObjects } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import type { SyncError } from '../errors'
import { worded } from '../messages/core-messages'
import type { ChangedRecord } from './recent-notes'

/** A kind of record and its type key, for which the CRM lists changes. */
export interface ChangeSource {
  readonly kind: keyof FoundObjects
  readonly typeKey: string
}

/** How changes are read. */
export interface Reading {
  /**
   * Changes with a later date are ignored. Without this limit, a record with a date years ahead would move the mark
   * to that date, and no change would be noticed until then. An ignored record is noticed when it is saved again.
   * Default: no limit.
   */
  readonly latest?: number
  readonly signal?: AbortSignal
}

/** A request to the CRM. */
export type Ask = (
  conditions: readonly FindCondition[],
  pageNumber: number,
  pageSize?: number,
) => Promise<Result<Found, SyncError>>

/** What the CRM has shown. */
export interface Found {
  readonly changes: readonly ChangedRecord[]
  /** Absent: the CRM does not say it. */
  readonly total?: number
}

/** A search accepts 500. Nobody has seen a larger page. */
export const PAGE_SIZE = 500
/**
 * A page with fewer records is complete. No server is known to have a limit of its own, and a smaller one makes no
 * sense. A longer page may be cut, even if the CRM counts no more records than it shows.
 */
export const SMALLEST_LIMIT = 10
/** Asks for the changes of a kind, in this order. */
export function asking(
  crm: Pick<CrmClient, 'find'>,
  { kind, typeKey }: ChangeSource,
  direction: 'ascending' | 'descending',
  signal: AbortSignal | undefined,
): Ask {
  return async (conditions, pageNumber, pageSize = PAGE_SIZE) => {
    const orderBy = [{ field: 'ModifyDate', direction }]
    const query: FindQuery = { typeKey, conditions, orderBy, pageNumber, pageSize }
    const page = await crm.find(kind, query, signal ? { signal } : {})
    return page.mapErr((error): SyncError => error).andThen((found) => readDates(found, pageNumber))
  }
}

/** A condition on the time of the change. */
export const changed = (operator: 'greaterOrEqual' | 'less', at: number): FindCondition => ({
  field: 'ModifyDate',
  operator,
  value: new Date(at),
})

function readDates(
  { data, unreadable = [], total }: FindPage<FoundObjects[keyof FoundObjects]>,
  pageNumber: number,
): Result<Found, SyncError> {
  const changes: ChangedRecord[] = []
  // Pages may be counted from 0 here.
  if (pageNumber === 1 && data.length === 0 && unreadable.length === 0 && (total ?? 0) > 0)
    return err(findIsIgnored('total'))
  for (const [index, { crmId, modifyDate }] of data.entries()) {
    if (!modifyDate) return err(findIsIgnored(`data.${index}.modifyDate`))
    changes.push({ id: crmId, at: modifyDate.getTime() })
  }
  // An unreadable record was changed too. It is noted, and its own run will fail.
  for (const { index, id, modifyDate } of unreadable) {
    if (id === undefined || !modifyDate) return err(findIsIgnored(`data.${index}.modifyDate`))
    changes.splice(index, 0, { id, at: modifyDate.getTime() })
  }
  return ok({ changes, ...(total !== undefined && { total }) })
}

/**
 * The changes at `from` or later, in order. A CRM that compares times to the second also shows earlier changes of that
 * second. If a page holds nothing else, what follows in that second cannot be asked for.
 */
export function sinceTime(found: Found, from: number): Result<Found, SyncError> {
  return inOrder(found, from - SECOND_MS).andThen((ordered) => {
    const changes = ordered.changes.filter(({ at }) => at >= from)
    const isStuck = changes.length === 0 && ordered.changes.length >= SMALLEST_LIMIT
    return isStuck ? err(findIsIgnored('data')) : ok({ ...ordered, changes })
  })
}

const SECOND_MS = 999

/** The changes, if each is at `from` or later and none is before the one in front of it. */
export function inOrder(found: Found, from: number): Result<Found, SyncError> {
  let latest = from
  for (const [index, { at }] of found.changes.entries()) {
    if (at < latest) return err(findIsIgnored(`data.${index}.modifyDate`))
    latest = at
  }
  return ok(found)
}

/** The CRM does not follow what it was asked. */
export function findIsIgnored(path: string): SyncError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('find_not_heeded'), path }
}
