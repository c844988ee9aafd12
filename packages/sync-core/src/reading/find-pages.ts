import type {
  ApiError,
  CrmClient,
  FindPage,
  FindQuery,
  FoundObjects,
  Organization,
  Person,
} from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import { SMALLEST_LIMIT } from '../catch-up/ask-for-changes'
import { worded } from '../messages/core-messages'

type Identity = Person | Organization
type Kind = 'person' | 'organization'

/** How many objects are requested at once. A search accepts 500. A page of 500 whole objects is about 1 MB. */
const PAGE_SIZE = 500

/** Where the next page begins. */
interface Place {
  /** Only records that were created at this time or later. */
  readonly since?: Date
  /** From 1. */
  readonly pageNumber: number
  /** How many records the earlier pages with the same `since` had. */
  readonly before: number
}

/**
 * Reads every identity of a kind by `find`, the oldest first and each once. A page begins at the date where the page
 * before it ended. So no record is missed when another one is deleted meanwhile. Page numbers are used only if dates
 * do not help. The last item is `malformed` if the CRM counts more records than it shows.
 */
export async function* findPages(
  crm: Pick<CrmClient, 'find'>,
  kind: Kind,
  typeKey: string,
): AsyncGenerator<Result<readonly Identity[], ApiError>> {
  const seen = new Set<string>()
  let place: Place = { pageNumber: 1, before: 0 }
  let total: number | undefined
  for (;;) {
    const page = await crm.find(kind, queryOf(typeKey, place))
    if (page.isErr()) {
      yield err(page.error)
      return
    }
    const { data } = page.value
    total ??= page.value.total
    const fresh = data.filter(({ crmId }) => !seen.has(crmId))
    for (const { crmId } of fresh) seen.add(crmId)
    if (fresh.length > 0) yield ok(fresh)
    if (isLast(page.value, place)) break
    const next = after(page.value, place, fresh.length, seen.size)
    if (!next) break
    place = next
  }
  if (total !== undefined && seen.size < total && (await isShort(crm, kind, typeKey, seen.size)))
    yield err(listIsIncomplete())
}

/** The number of records of a kind. If the CRM does not say it: 0 or 1. */
export function countOf(crm: Pick<CrmClient, 'find'>, kind: keyof FoundObjects, typeKey: string) {
  const query: FindQuery = { typeKey, conditions: [], pageNumber: 1, pageSize: 1 }
  return crm.find(kind, query).map(({ data, unreadable = [], total }) => total ?? data.length + unreadable.length)
}

function queryOf(typeKey: string, { since, pageNumber }: Place): FindQuery {
  return {
    typeKey,
    conditions: since ? [{ field: 'CreatDate', operator: 'greaterOrEqual', value: since }] : [],
    orderBy: [{ field: 'CreatDate', direction: 'ascending' }],
    pageNumber,
    pageSize: PAGE_SIZE,
  }
}

/** Whether a page is the last: it has so few records that no limit has cut it, and the CRM counts no more. */
function isLast({ data, total }: FindPage<Identity>, { before }: Place): boolean {
  return data.length === 0 || (data.length < SMALLEST_LIMIT && before + data.length >= (total ?? 0))
}

/** The next place. `undefined`: nothing new can be found by date or by number. */
function after({ data }: FindPage<Identity>, place: Place, fresh: number, seen: number): Place | undefined {
  const oldest = data[0]?.creatDate
  const newest = data.at(-1)?.creatDate
  // If all records of a page have one date, the date does not help. This check also finds a page that is not in
  // order.
  const isOnward = newest !== undefined && oldest !== undefined && newest > oldest && isInOrder(data)
  if (fresh > 0 && isOnward) return { since: newest, pageNumber: 1, before: 0 }
  if (fresh > 0) return { ...place, pageNumber: place.pageNumber + 1, before: place.before + data.length }
  // The CRM ignores either the dates or the page number.
  if (place.since) return { pageNumber: Math.floor(seen / PAGE_SIZE) + 1, before: seen }
  return undefined
}

function isInOrder(data: readonly Identity[]): boolean {
  return data.every(({ creatDate }, index) => {
    const before = data[index - 1]?.creatDate
    return creatDate !== undefined && (index === 0 || (before !== undefined && before <= creatDate))
  })
}

/**
 * Whether records are missing. The CRM is asked again, because some records may have been deleted since the first
 * page.
 */
async function isShort(crm: Pick<CrmClient, 'find'>, kind: Kind, typeKey: string, seen: number): Promise<boolean> {
  const total = await countOf(crm, kind, typeKey)
  return total.isOk() && seen < total.value
}

function listIsIncomplete(): ApiError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('crm_tells_more'), path: 'total' }
}
