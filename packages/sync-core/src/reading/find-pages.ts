import type { ApiError, CrmClient, FindPage, FindQuery, Organization, Person } from '@siagh-sync/crm-client'
import { err, ok, type Result } from 'neverthrow'
import { worded } from '../messages/core-messages'

type Identity = Person | Organization
type Kind = 'person' | 'organization'

/** How many objects are asked for at once: 500 works for a search, and a page of whole objects is then about 1 MB. */
const PAGE_SIZE = 500

/** Where the next page begins. */
interface Place {
  /** The page of those that were made at this time or later. */
  readonly since?: Date
  /** From 1. */
  readonly pageNumber: number
  /** How many came on the pages before it, from the same time on. */
  readonly before: number
}

/**
 * Every identity of a kind by `find`, the oldest first and each once. A page begins where the one before it ended by date, so a record that
 * is deleted meanwhile makes no other one slip past; by page number only where dates lead no further. `malformed` as the last
 * item where the CRM tells of more than it shows.
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
  if (seen.size < total && (await isShort(crm, kind, typeKey, seen.size))) yield err(tellsMore())
}

/** How many there are. */
export function countOf(crm: Pick<CrmClient, 'find'>, kind: Kind, typeKey: string) {
  const query: FindQuery = { typeKey, conditions: [], pageNumber: 1, pageSize: 1 }
  return crm.find(kind, query).map(({ total }) => total)
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

/** A page that is shorter than was asked for is the last, unless the CRM says that there are more: it may have a limit of its own. */
function isLast({ data, total }: FindPage<Identity>, { before }: Place): boolean {
  return data.length === 0 || (data.length < PAGE_SIZE && before + data.length >= total)
}

/** `undefined`: neither by date nor by number is there anything that has not been seen. */
function after({ data }: FindPage<Identity>, place: Place, fresh: number, seen: number): Place | undefined {
  const oldest = data[0]?.creatDate
  const newest = data.at(-1)?.creatDate
  // A page of one date leads nowhere by date; this also tells a page that is not in order.
  const isOnward = newest !== undefined && oldest !== undefined && newest > oldest && isInOrder(data)
  if (fresh > 0 && isOnward) return { since: newest, pageNumber: 1, before: 0 }
  if (fresh > 0) return { ...place, pageNumber: place.pageNumber + 1, before: place.before + data.length }
  // Either the dates are not heeded, or the page number is not.
  if (place.since) return { pageNumber: Math.floor(seen / PAGE_SIZE) + 1, before: seen }
  return undefined
}

function isInOrder(data: readonly Identity[]): boolean {
  return data.every(({ creatDate }, index) => {
    const before = data[index - 1]?.creatDate
    return creatDate !== undefined && (index === 0 || (before !== undefined && before <= creatDate))
  })
}

/** Some may have been deleted since the first page, so the CRM is asked again before its word counts against it. */
async function isShort(crm: Pick<CrmClient, 'find'>, kind: Kind, typeKey: string, seen: number): Promise<boolean> {
  const total = await countOf(crm, kind, typeKey)
  return total.isOk() && seen < total.value
}

function tellsMore(): ApiError {
  return { kind: 'malformed', retryable: true, system: 'crm', ...worded('crm_tells_more'), path: 'total' }
}
