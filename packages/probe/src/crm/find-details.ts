import type { ApiError, CrmClient, FindCondition, FindPage, FoundObjects } from '@siagh-sync/crm-client'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { FindOfKind, FoundKind } from './find-kinds'

type Reads = Pick<CrmClient, 'find'>
type Found = FoundObjects[FoundKind]
type Page = Awaited<ReturnType<typeof ask>>

const SOME = 50
const MOST = 500
const DAY_MS = 86_400_000

interface Query {
  readonly pageNumber?: number
  readonly pageSize?: number
  readonly orderBy?: readonly ['CreatDate' | 'ModifyDate', 'ascending' | 'descending']
  readonly condition?: FindCondition
}

/** How `find` orders, numbers its pages, limits them, and compares dates, shown by the kind of which it shows most. */
export async function judgeFindDetails(crm: Reads, finds: readonly FindOfKind[], now: number): Promise<Finding[]> {
  const [best] = finds.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total)
  const questions = ['find_order', 'find_first_page', 'find_page_size', 'find_total', 'find_dates'] as const
  if (!best) return questions.map((question) => notLookedAt(question, probeSaying('probe_find_shows_nothing')))
  return [
    await judgeOrder(crm, best),
    await judgeFirstPage(crm, best),
    await judgePageSize(crm, best),
    await judgeTotal(crm, best),
    await judgeDates(crm, best, now),
  ]
}

async function judgeOrder(crm: Reads, best: FindOfKind): Promise<Finding> {
  for (const field of ['CreatDate', 'ModifyDate'] as const) {
    const up = await ask(crm, best, { orderBy: [field, 'ascending'] })
    const down = await ask(crm, best, { orderBy: [field, 'descending'] })
    if (up.isErr()) return refusedOrder(up.error)
    if (down.isErr()) return refusedOrder(down.error)
    const order = orderOf(datesOf(up.value, field), datesOf(down.value, field))
    if (order === 'unknown')
      return finding('find_order', 'unseen', probeSaying('probe_dates_are_alike'), probeSaying('probe_look_again'))
    if (order === 'none') {
      return finding(
        'find_order',
        'differs',
        probeSaying('probe_order_is_ignored', { field }),
        probeSaying('probe_order_unused'),
      )
    }
  }
  return finding('find_order', 'holds', probeSaying('probe_order_works'), probeSaying('probe_order_fine'))
}

/** What two pages say, one in each direction. Exported for its table of cases. */
export function orderOf(up: readonly number[], down: readonly number[]): 'by-date' | 'none' | 'unknown' {
  if (new Set([...up, ...down]).size < 2) return 'unknown'
  const isRising = (dates: readonly number[]) => dates.every((date, at) => at === 0 || (dates[at - 1] ?? 0) <= date)
  return isRising(up) && isRising([...down].reverse()) ? 'by-date' : 'none'
}

function refusedOrder(error: ApiError): Finding {
  const seen = probeSaying('probe_order_is_refused', { reason: saidBy(error).message })
  return finding('find_order', 'differs', seen, probeSaying('probe_order_unused'))
}

async function judgeFirstPage(crm: Reads, best: FindOfKind): Promise<Finding> {
  const pages = []
  for (const [pageNumber, pageSize] of [
    [1, 2],
    [1, 1],
    [2, 1],
    [1, 2],
  ] as const) {
    const page = await ask(crm, best, { pageNumber, pageSize })
    if (page.isErr()) return notLookedAt('find_first_page', saidBy(page.error).message)
    pages.push(page.value.data.map(({ crmId }) => crmId))
  }
  const [both = [], first = [], second = [], again = []] = pages
  if (both.length + first.length < 2) return notLookedAt('find_first_page', probeSaying('probe_too_few_records'))
  if (both.join() !== again.join()) return notLookedAt('find_first_page', probeSaying('probe_order_changes'))
  if (both.length === 2 && both[0] === first[0] && both[1] === second[0]) {
    return finding(
      'find_first_page',
      'holds',
      probeSaying('probe_pages_start_at', { first: 1 }),
      probeSaying('probe_pages_fine'),
    )
  }
  const zero = await ask(crm, best, { pageNumber: 0, pageSize: 2 })
  const isZero = zero.isOk() && zero.value.data[1]?.crmId === first[0] && zero.value.data[0]?.crmId !== first[0]
  const seen = isZero ? probeSaying('probe_pages_start_at', { first: 0 }) : probeSaying('probe_pages_start_elsewhere')
  return finding('find_first_page', 'differs', seen, probeSaying('probe_pages_unusable'))
}

/** Whether `total` grows with the page: then it counts the records of the page. */
async function judgeTotal(crm: Reads, best: FindOfKind): Promise<Finding> {
  const one = await ask(crm, best, { pageSize: 1 })
  const more = await ask(crm, best, {})
  const failed = [one, more].find((page) => page.isErr())
  if (failed?.isErr()) return notLookedAt('find_total', saidBy(failed.error).message)
  const count = more.map(({ data }) => data.length).unwrapOr(0)
  const total = one.map((page) => page.total ?? 0).unwrapOr(0)
  if (count < 2) return notLookedAt('find_total', probeSaying('probe_too_few_records'))
  if (total >= count) {
    return finding('find_total', 'holds', probeSaying('probe_count_is_of_all'), probeSaying('probe_pages_fine'))
  }
  const seen = probeSaying('probe_count_is_of_page', { total, count })
  return finding('find_total', 'differs', seen, probeSaying('probe_count_not_needed'))
}

async function judgePageSize(crm: Reads, best: FindOfKind): Promise<Finding> {
  const page = await ask(crm, best, { pageSize: MOST })
  if (page.isErr()) return notLookedAt('find_page_size', saidBy(page.error).message)
  const count = page.value.data.length + (page.value.unreadable?.length ?? 0)
  if (count < Math.min(MOST, page.value.total ?? count)) {
    return finding(
      'find_page_size',
      'differs',
      probeSaying('probe_page_is_limited', { count }),
      probeSaying('probe_page_size_short'),
    )
  }
  const seen =
    count < MOST ? probeSaying('probe_page_holds_all', { count }) : probeSaying('probe_page_holds', { count })
  return finding('find_page_size', 'holds', seen, probeSaying('probe_pages_fine'))
}

/** Asks for what was changed after tomorrow, which is nothing, and since 2000, which is everything. */
async function judgeDates(crm: Reads, best: FindOfKind, now: number): Promise<Finding> {
  const since = (date: Date): Query => ({
    pageSize: 1,
    condition: { field: 'ModifyDate', operator: 'greaterOrEqual', value: date },
  })
  const later = await ask(crm, best, since(new Date(now + 2 * DAY_MS)))
  const earlier = await ask(crm, best, since(new Date('2000-01-01')))
  const failed = [later, earlier].find((page) => page.isErr())
  if (failed?.isErr()) {
    const seen = probeSaying('probe_dates_are_refused', { reason: saidBy(failed.error).message })
    return finding('find_dates', 'differs', seen, probeSaying('probe_dates_unused'))
  }
  const total = (page: Page) => page.map((read) => read.total ?? read.data.length).unwrapOr(0)
  if (total(later) > 0)
    return finding('find_dates', 'differs', probeSaying('probe_dates_are_ignored'), probeSaying('probe_dates_unused'))
  if (total(earlier) === 0)
    return finding('find_dates', 'differs', probeSaying('probe_dates_hide_all'), probeSaying('probe_dates_unused'))
  return finding('find_dates', 'holds', probeSaying('probe_dates_work'), probeSaying('probe_dates_fine'))
}

/** A page under the first type key that shows something. */
function ask(crm: Reads, { kind, typeKeys: [typeKey = ''] }: FindOfKind, query: Query) {
  const { pageNumber = 1, pageSize = SOME, orderBy, condition } = query
  return crm.find(kind, {
    typeKey,
    conditions: condition ? [condition] : [],
    ...(orderBy && { orderBy: [{ field: orderBy[0], direction: orderBy[1] }] }),
    pageNumber,
    pageSize,
  })
}

function datesOf({ data }: FindPage<Found>, field: 'CreatDate' | 'ModifyDate'): readonly number[] {
  return data.flatMap(({ creatDate, modifyDate }) => {
    const date = field === 'CreatDate' ? creatDate : modifyDate
    return date ? [date.getTime()] : []
  })
}
