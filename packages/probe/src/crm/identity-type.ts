import type { CrmClient } from '@siagh-sync/crm-client'
import type { IdentityType } from '@siagh-sync/sync-core'
import { readEitherType } from '@siagh-sync/sync-core/matching'
import { saidBy } from '@siagh-sync/sync-core/messages'
import { err, ok, type Result } from 'neverthrow'
import type { ApiError } from '@siagh-sync/crm-client'
import { finding, notLookedAt, type Finding } from '../finding'
import { probeSaying } from '../messages/probe-messages'

type Reads = Pick<CrmClient, 'searchByIdentityType' | 'getPerson' | 'getOrganization'>

const LISTED = 20
const READ = 5

/** What the CRM takes the `identityType` of a search for: lists by 1 and by 2, and reads some of each list. */
export async function judgeIdentityType(crm: Reads): Promise<Finding> {
  const one = await listBy(crm, 1)
  const two = await listBy(crm, 2)
  if (one.isErr()) return notLookedAt('identity_type', saidBy(one.error).message)
  if (two.isErr()) return notLookedAt('identity_type', saidBy(two.error).message)
  const follows = probeSaying('probe_nothing_rests_on_it')
  switch (meaningOf(one.value, two.value)) {
    case 'vendor':
      return finding('identity_type', 'holds', probeSaying('probe_type_1_is_organization'), follows)
    case 'reversed':
      return finding('identity_type', 'differs', probeSaying('probe_type_1_is_person'), follows)
    case 'ignored':
      return finding('identity_type', 'differs', probeSaying('probe_type_is_ignored'), follows)
    case 'unknown':
      return finding('identity_type', 'unseen', probeSaying('probe_type_tells_nothing'), follows)
  }
}

interface ListedByType {
  readonly ids: readonly string[]
  readonly types: ReadonlySet<IdentityType>
}

async function listBy(crm: Reads, identityType: 1 | 2): Promise<Result<ListedByType, ApiError>> {
  const page = await crm.searchByIdentityType({ identityType, pageNumber: 0, pageSize: LISTED })
  if (page.isErr()) return err(page.error)
  const ids = page.value.map(({ identityId }) => identityId)
  const types = new Set<IdentityType>()
  // The last ones too: a search without the filter may list all of one type first.
  for (const id of [...new Set([...ids.slice(0, READ), ...ids.slice(-READ)])]) {
    const read = await readEitherType(crm, id)
    if (read.isErr()) return err(read.error)
    if (read.value.is === 'found') types.add(read.value.fetched.type)
  }
  return ok({ ids, types })
}

/** What the two lists say. Exported for its table of cases. */
export function meaningOf(one: ListedByType, two: ListedByType): 'vendor' | 'reversed' | 'ignored' | 'unknown' {
  const isOnly = ({ types }: ListedByType, type: IdentityType) => [...types].every((each) => each === type)
  if (one.types.size + two.types.size === 0) return 'unknown'
  if (isOnly(one, 'organization') && isOnly(two, 'person')) return 'vendor'
  if (isOnly(one, 'person') && isOnly(two, 'organization')) return 'reversed'
  return one.ids.some((id) => two.ids.includes(id)) ? 'ignored' : 'unknown'
}
