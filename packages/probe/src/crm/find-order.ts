import type { ApiError, FindPage, FoundObjects } from '@siagh-sync/crm-client'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'
import type { FindOfKind, FoundKind } from './find-kinds'
import { askFind, type FindReads, type OrderField } from './find-query'

type Order = 'by-date' | 'reversed' | 'none' | 'unknown'
type TriedField =
  { readonly field: OrderField; readonly order: Order } | { readonly field: OrderField; readonly refused: ApiError }

/** Which fields `find` knows, and whether it sorts by them. */
export async function judgeFindOrder(crm: FindReads, best: FindOfKind): Promise<readonly Finding[]> {
  const tried = [await tryOrder(crm, best, 'CreatDate'), await tryOrder(crm, best, 'ModifyDate')]
  const refused = tried.flatMap((each) => ('refused' in each ? [each] : []))
  const sorted = tried.flatMap((each) => ('order' in each ? [each] : []))
  return [judgeFields(refused), judgeOrder(sorted, refused[0]?.refused)]
}

async function tryOrder(crm: FindReads, best: FindOfKind, field: OrderField): Promise<TriedField> {
  const up = await askFind(crm, best, { orderBy: [field, 'ascending'] })
  if (up.isErr()) return { field, refused: up.error }
  const down = await askFind(crm, best, { orderBy: [field, 'descending'] })
  if (down.isErr()) return { field, refused: down.error }
  return { field, order: orderOf(datesOf(up.value, field), datesOf(down.value, field)) }
}

function judgeFields(refused: readonly { readonly field: OrderField; readonly refused: ApiError }[]): Finding {
  const [first, second] = refused
  if (!first)
    return finding('find_fields', 'holds', probeSaying('probe_fields_are_known'), probeSaying('probe_nothing_to_do'))
  const reason = saidBy(first.refused).message
  // A find that refuses both may refuse every order.
  if (second) return notLookedAt('find_fields', probeSaying('probe_order_is_refused', { reason }))
  const { field } = first
  return finding(
    'find_fields',
    'differs',
    probeSaying('probe_field_is_refused', { field, reason }),
    probeSaying(field === 'CreatDate' ? 'probe_created_not_needed' : 'probe_dates_unused'),
  )
}

function judgeOrder(
  sorted: readonly { readonly field: OrderField; readonly order: Order }[],
  refused: ApiError | undefined,
): Finding {
  const unused = probeSaying('probe_order_unused')
  if (refused && sorted.length === 0) {
    const seen = probeSaying('probe_order_is_refused', { reason: saidBy(refused).message })
    return finding('find_order', 'differs', seen, unused)
  }
  const other = sorted.find(({ order }) => order === 'none' || order === 'reversed')
  if (other) {
    const { field, order } = other
    const seen = probeSaying(order === 'none' ? 'probe_order_is_ignored' : 'probe_order_is_reversed', { field })
    return finding('find_order', 'differs', seen, unused)
  }
  if (sorted.some(({ order }) => order === 'unknown'))
    return finding('find_order', 'unseen', probeSaying('probe_dates_are_alike'), probeSaying('probe_look_again'))
  const seen = probeSaying('probe_order_works', { fields: sorted.map(({ field }) => field).join(', ') })
  return finding('find_order', 'holds', seen, probeSaying('probe_order_fine'))
}

/** What two pages say, one in each direction. Exported for its table of cases. */
export function orderOf(up: readonly number[], down: readonly number[]): Order {
  if (new Set([...up, ...down]).size < 2) return 'unknown'
  const isRising = (dates: readonly number[]) => dates.every((date, at) => at === 0 || (dates[at - 1] ?? 0) <= date)
  if (isRising(up) && isRising([...down].reverse())) return 'by-date'
  return isRising(down) && isRising([...up].reverse()) ? 'reversed' : 'none'
}

function datesOf({ data }: FindPage<FoundObjects[FoundKind]>, field: OrderField): readonly number[] {
  return data.flatMap(({ creatDate, modifyDate }) => {
    const date = field === 'CreatDate' ? creatDate : modifyDate
    return date ? [date.getTime()] : []
  })
}
