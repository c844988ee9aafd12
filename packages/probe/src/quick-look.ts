import type { SiaghUser } from '@siagh-sync/siagh-client'
import { readEitherType } from '@siagh-sync/sync-core/matching'
import type { Finding } from './finding'
import type { ProbedServers } from './servers'
import { createContactCounter } from './siagh/contact-counts'
import { judgeAccountParty, judgeTowardType } from './siagh/judge-contacts'
import { judgeMissingId, judgeWrongKind } from './crm/absent-records'

/** The part of a probe of the CRM that takes five calls: how it answers for records that are not there. */
export async function quickLookAtCrm(servers: Pick<ProbedServers, 'crm' | 'answers'>): Promise<readonly Finding[]> {
  const missing = await judgeMissingId(servers)
  const page = await servers.crm.searchIdentities({ pageNumber: 0, pageSize: 1 })
  const [first] = page.unwrapOr([])
  if (!first) return [missing]
  const read = await readEitherType(servers.crm, first.identityId)
  if (read.isErr() || read.value.is !== 'found') return [missing]
  return [missing, await judgeWrongKind(servers, [read.value.fetched])]
}

/** The part of a probe of Siagh that takes no call beside the contact list: what the contacts say about some rules. */
export function quickLookAtContacts(
  rows: readonly SiaghUser[],
  { rules }: Pick<ProbedServers, 'rules'>,
): readonly Finding[] {
  const counter = createContactCounter()
  // No question of a quick look is about numbers.
  for (const row of rows) counter.add(row, [])
  const counts = counter.counts()
  return [judgeTowardType(counts, rules), judgeAccountParty(counts)]
}
