import { saidBy } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { FindOfKind } from './find-kinds'
import { judgeFindOrder } from './find-order'
import { askFind, type FindReads } from './find-query'
import { judgeFindTimes } from './find-times'

const MOST = 500

/** How `find` answers, apart from the records themselves. */
export interface FindDetails {
  readonly findings: readonly Finding[]
  readonly firstPage: 0 | 1
}

const QUESTIONS = [
  'find_fields',
  'find_order',
  'find_first_page',
  'find_page_size',
  'find_total',
  'find_dates',
  'find_times',
] as const

/** How `find` orders, numbers its pages, limits them, and compares dates, shown by the kind of which it shows most. */
export async function judgeFindDetails(
  crm: FindReads,
  finds: readonly FindOfKind[],
  now: number,
): Promise<FindDetails> {
  const [most] = finds.filter(({ total }) => total > 0).sort((one, other) => other.total - one.total)
  if (!most) {
    const why = probeSaying('probe_find_shows_nothing')
    return { findings: QUESTIONS.map((question) => notLookedAt(question, why)), firstPage: 1 }
  }
  const { firstPage, finding: first } = await judgeFirstPage(crm, most)
  const best = { ...most, firstPage }
  const findings = [
    ...(await judgeFindOrder(crm, best)),
    first,
    await judgePageSize(crm, best),
    await judgeTotal(crm, best),
    ...(await judgeFindTimes(crm, best, now)),
  ]
  return { findings, firstPage }
}

interface FirstPage {
  readonly firstPage: 0 | 1
  readonly finding: Finding
}

async function judgeFirstPage(crm: FindReads, best: FindOfKind): Promise<FirstPage> {
  const unseen = (why: Finding['seen']): FirstPage => ({ firstPage: 1, finding: notLookedAt('find_first_page', why) })
  const pages = []
  for (const [pageNumber, pageSize] of [
    [1, 2],
    [1, 1],
    [2, 1],
    [1, 2],
  ] as const) {
    const page = await askFind(crm, best, { pageNumber, pageSize })
    if (page.isErr()) return unseen(saidBy(page.error).message)
    pages.push(page.value.data.map(({ crmId }) => crmId))
  }
  const [both = [], first = [], second = [], again = []] = pages
  if (both.length + first.length < 2) return unseen(probeSaying('probe_too_few_records'))
  if (both.join() !== again.join()) return unseen(probeSaying('probe_order_changes'))
  if (both.length === 2 && both[0] === first[0] && both[1] === second[0]) {
    const seen = probeSaying('probe_pages_start_at', { first: 1 })
    return { firstPage: 1, finding: finding('find_first_page', 'holds', seen, probeSaying('probe_pages_fine')) }
  }
  const zero = await askFind(crm, best, { pageNumber: 0, pageSize: 2 })
  const isZero = zero.isOk() && zero.value.data[1]?.crmId === first[0] && zero.value.data[0]?.crmId !== first[0]
  const seen = isZero ? probeSaying('probe_pages_start_at', { first: 0 }) : probeSaying('probe_pages_start_elsewhere')
  const found = finding('find_first_page', 'differs', seen, probeSaying('probe_pages_unusable'))
  return { firstPage: isZero ? 0 : 1, finding: found }
}

/** Whether `total` grows with the page: then it counts the records of the page. */
async function judgeTotal(crm: FindReads, best: FindOfKind): Promise<Finding> {
  const one = await askFind(crm, best, { pageSize: 1 })
  const more = await askFind(crm, best, {})
  if (one.isErr()) return notLookedAt('find_total', saidBy(one.error).message)
  if (more.isErr()) return notLookedAt('find_total', saidBy(more.error).message)
  const count = more.value.data.length
  const { total } = one.value
  if (count < 2) return notLookedAt('find_total', probeSaying('probe_too_few_records'))
  if (total !== undefined && total >= count)
    return finding('find_total', 'holds', probeSaying('probe_count_is_of_all'), probeSaying('probe_pages_fine'))
  const seen =
    total === undefined
      ? probeSaying('probe_count_is_missing')
      : probeSaying('probe_count_is_of_page', { total, count })
  return finding('find_total', 'differs', seen, probeSaying('probe_count_not_needed'))
}

async function judgePageSize(crm: FindReads, best: FindOfKind): Promise<Finding> {
  const page = await askFind(crm, best, { pageSize: MOST })
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
