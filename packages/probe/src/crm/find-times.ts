import { saidBy } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { FindOfKind } from './find-kinds'
import { askFind, type FindReads, type ProbedQuery } from './find-query'

const DAY_MS = 86_400_000

/** Whether `find` follows a date, and how it compares its time. */
export async function judgeFindTimes(crm: FindReads, best: FindOfKind, now: number): Promise<readonly Finding[]> {
  const dates = await judgeDates(crm, best, now)
  if (dates.verdict !== 'holds') return [dates, notLookedAt('find_times', probeSaying('probe_dates_not_followed'))]
  const times = await judgeTimes(crm, best)
  if (times.verdict !== 'differs' || times.seen.code !== OTHER_ZONE.code) return [dates, times]
  return [finding('find_dates', 'differs', OTHER_ZONE, probeSaying('probe_dates_unused')), times]
}

const OTHER_ZONE = probeSaying('probe_dates_in_other_zone')

function since(date: number): ProbedQuery {
  return { condition: { field: 'ModifyDate', operator: 'greaterOrEqual', value: new Date(date) } }
}

/** Asks for what was changed after tomorrow, which is nothing, and since 2000, which is everything. */
async function judgeDates(crm: FindReads, best: FindOfKind, now: number): Promise<Finding> {
  const later = await askFind(crm, best, { ...since(now + 2 * DAY_MS), pageSize: 1 })
  const earlier = await askFind(crm, best, { ...since(Date.UTC(2000, 0)), pageSize: 1 })
  const failed = [later, earlier].find((page) => page.isErr())
  if (failed?.isErr()) {
    const seen = probeSaying('probe_dates_are_refused', { reason: saidBy(failed.error).message })
    return finding('find_dates', 'differs', seen, probeSaying('probe_dates_unused'))
  }
  const total = (page: typeof later) => page.map((read) => read.total ?? read.data.length).unwrapOr(0)
  if (total(later) > 0)
    return finding('find_dates', 'differs', probeSaying('probe_dates_are_ignored'), probeSaying('probe_dates_unused'))
  if (total(earlier) === 0)
    return finding('find_dates', 'differs', probeSaying('probe_dates_hide_all'), probeSaying('probe_dates_unused'))
  return finding('find_dates', 'holds', probeSaying('probe_dates_work'), probeSaying('probe_dates_fine'))
}

/** Asks around the last change of one record: a second before, and a millisecond after. */
async function judgeTimes(crm: FindReads, best: FindOfKind): Promise<Finding> {
  const newest = await askFind(crm, best, { orderBy: ['ModifyDate', 'descending'] })
  const page = newest.isErr() ? await askFind(crm, best, {}) : newest
  if (page.isErr()) return notLookedAt('find_times', saidBy(page.error).message)
  const changes = page.value.data.flatMap(({ crmId, modifyDate }) =>
    // A millisecond later has to be in the same second.
    modifyDate && modifyDate.getTime() % 1_000 < 999 ? [{ crmId, at: modifyDate.getTime() }] : [],
  )
  const [last] = changes.sort((one, other) => other.at - one.at)
  if (!last) return notLookedAt('find_times', probeSaying('probe_find_shows_nothing'))
  const before = await askFind(crm, best, since(last.at - 1_000))
  const after = await askFind(crm, best, since(last.at + 1))
  if (before.isErr()) return notLookedAt('find_times', saidBy(before.error).message)
  if (after.isErr()) return notLookedAt('find_times', saidBy(after.error).message)
  const isShown = ({ data }: typeof page.value) => data.some(({ crmId }) => crmId === last.crmId)
  if (before.value.data.length === 0)
    return finding('find_times', 'differs', OTHER_ZONE, probeSaying('probe_times_unusable'))
  if (!isShown(before.value)) return notLookedAt('find_times', probeSaying('probe_times_unclear'))
  const follows = probeSaying('probe_times_fine')
  return isShown(after.value)
    ? finding('find_times', 'differs', probeSaying('probe_times_to_the_second'), follows)
    : finding('find_times', 'holds', probeSaying('probe_times_to_the_millisecond'), follows)
}
