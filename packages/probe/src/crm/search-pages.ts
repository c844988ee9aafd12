import type { ApiError, CrmClient, IdentitySummary } from '@siagh-sync/crm-client'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'

type Reads = Pick<CrmClient, 'searchIdentities'>

/** The most that a search is asked for. 500 works at the sites that were seen. */
const PAGE_SIZE = 500

/** The first page of the list of identities, and what its pages are like. */
export interface FirstIdentities {
  readonly listed: readonly IdentitySummary[]
  /** Whether there are no more than these. */
  readonly isWhole: boolean
  readonly finding: Finding
}

/** Lists identities, and looks whether pages count from 0 and may hold 500. */
export async function listFirst(crm: Reads): Promise<FirstIdentities> {
  const page = await crm.searchIdentities({ pageNumber: 0, pageSize: PAGE_SIZE })
  if (page.isErr()) {
    return { listed: [], isWhole: false, finding: notLookedAt('search_pages', saidBy(page.error).message) }
  }
  const listed = page.value
  const [first, second] = listed.map(({ identityId }) => identityId)
  if (first === undefined || second === undefined) {
    return { listed, isWhole: true, finding: finding('search_pages', 'unseen', FEW, probeSaying('probe_look_again')) }
  }
  const starts = await startOf(crm, first, second)
  const behind = listed.length < PAGE_SIZE ? await isMoreBehind(crm, listed) : ok(true)
  if (starts.isErr())
    return { listed, isWhole: false, finding: notLookedAt('search_pages', saidBy(starts.error).message) }
  if (behind.isErr())
    return { listed, isWhole: false, finding: notLookedAt('search_pages', saidBy(behind.error).message) }
  return { listed, isWhole: !behind.value, finding: judge(listed.length, starts.value, behind.value) }
}

const FEW = probeSaying('probe_too_few_identities')

function judge(length: number, starts: 0 | 1 | 'elsewhere' | 'sizeless', isMore: boolean): Finding {
  const isShort = isMore && length < PAGE_SIZE
  if (starts === 'sizeless') {
    const seen = probeSaying('probe_page_size_ignored')
    return finding('search_pages', 'differs', seen, probeSaying('probe_search_pages_unusable'))
  }
  if (starts === 'elsewhere') {
    return finding(
      'search_pages',
      'differs',
      probeSaying('probe_pages_start_elsewhere'),
      probeSaying('probe_search_pages_unusable'),
    )
  }
  if (starts === 1) {
    return finding(
      'search_pages',
      'differs',
      probeSaying('probe_pages_start_at', { first: 1 }),
      probeSaying('probe_search_pages_unusable'),
    )
  }
  if (isShort) {
    return finding(
      'search_pages',
      'differs',
      probeSaying('probe_page_is_limited', { count: length }),
      probeSaying('probe_search_pages_short'),
    )
  }
  const seen = isMore
    ? probeSaying('probe_page_holds', { count: length })
    : probeSaying('probe_page_holds_all', { count: length })
  return finding('search_pages', 'holds', seen, probeSaying('probe_search_pages_fine'))
}

/** Which number the first page has. `sizeless`: a page holds more than it was asked for. */
async function startOf(
  crm: Reads,
  first: string,
  second: string,
): Promise<Result<0 | 1 | 'elsewhere' | 'sizeless', ApiError>> {
  const zero = await crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  if (zero.isErr()) return err(zero.error)
  const one = await crm.searchIdentities({ pageNumber: 1, pageSize: 1 })
  if (one.isErr()) return err(one.error)
  const onOne = one.value[0]?.identityId
  if (zero.value.length > 1) return ok('sizeless')
  if (zero.value[0]?.identityId === first && onOne === second) return ok(0)
  return ok(onOne === first ? 1 : 'elsewhere')
}

/** Whether the CRM has more than the first page, although the page is shorter than it was asked for. */
async function isMoreBehind(crm: Reads, listed: readonly IdentitySummary[]): Promise<Result<boolean, ApiError>> {
  const next = await crm.searchIdentities({ pageNumber: 1, pageSize: listed.length })
  const known = new Set(listed.map(({ identityId }) => identityId))
  return next.map((rows) => rows.some(({ identityId }) => !known.has(identityId)))
}
