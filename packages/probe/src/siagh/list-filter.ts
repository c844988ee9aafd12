import type { SiaghClient, SiaghUser } from '@siagh-sync/siagh-client'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'

const FIELDS = ['TelNo', 'Code', 'RecordId', 'tmpid'] as const

/** A filter that does nothing answers the whole list. Longer lists are not asked for several times. */
const MOST_CONTACTS = 20_000

/** Whether a `POST` of the list finds contacts by a field, for each field that one contact has a value of. */
export async function judgeListFilter(
  siagh: Pick<SiaghClient, 'findUsers'>,
  contacts: number,
  example: Partial<SiaghUser>,
): Promise<Finding> {
  if (contacts < 2) return notLookedAt('list_filter', probeSaying('probe_too_few_contacts'))
  if (contacts > MOST_CONTACTS)
    return notLookedAt('list_filter', probeSaying('probe_list_is_long', { count: contacts }))
  const by: string[] = []
  const not: string[] = []
  for (const field of FIELDS) {
    const value = example[field]
    if (value === undefined) continue
    const found = await siagh.findUsers({ [field]: value })
    if (found.isErr() && not.length + by.length === 0) return refused(saidBy(found.error).message)
    const isFound = found.isOk() && found.value.length > 0 && found.value.every((row) => row[field] === value)
    if (isFound) by.push(field)
    else not.push(field)
  }
  if (by.length + not.length === 0) return notLookedAt('list_filter', probeSaying('probe_too_few_contacts'))
  const seen =
    not.length === 0
      ? probeSaying('probe_filter_works', { by: by.join(', ') })
      : by.length === 0
        ? probeSaying('probe_filter_fails', { not: not.join(', ') })
        : probeSaying('probe_filter_fields', { by: by.join(', '), not: not.join(', ') })
  return finding('list_filter', not.length === 0 ? 'holds' : 'differs', seen, probeSaying('probe_filter_not_needed'))
}

function refused(reason: ReturnType<typeof probeSaying>): Finding {
  return finding(
    'list_filter',
    'differs',
    probeSaying('probe_filter_is_refused', { reason }),
    probeSaying('probe_filter_not_needed'),
  )
}
