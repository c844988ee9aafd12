import type { InboxEntry } from '@siagh-sync/sync-core'
import type { World } from '../world/world'
import { differences } from './expected-contact'

/** No identity has two contacts, whatever else may have happened. */
export function checkOneContact({ sandbox, ledger }: World): string[] {
  const counts = new Map<string, number>()
  for (const { tmpid } of sandbox.siagh.contacts()) if (tmpid) counts.set(tmpid, (counts.get(tmpid) ?? 0) + 1)
  return [...ledger.crm.identities().keys()]
    .filter((id) => (counts.get(id) ?? 0) > 1)
    .map((id) => `contacts: identity ${id} has ${counts.get(id) ?? 0} contacts`)
}

/** Every identity that `isDue` and is not among the failures has a contact that says what the CRM says now. */
export function checkNewestState(
  { sandbox }: World,
  failures: readonly InboxEntry[],
  isDue: (id: string) => boolean,
): string[] {
  const failed = new Set(failures.map(({ key }) => key.id))
  return sandbox.crm.identities().flatMap((identity) => {
    const { crmId } = identity
    if (failed.has(crmId) || !isDue(crmId)) return []
    const row = sandbox.siagh.contacts().find(({ tmpid }) => tmpid === crmId)
    if (!row) return [`contacts: identity ${crmId} has no contact`]
    const different = [...differences(row, identity), ...(row.IsActive ? [] : ['it is switched off'])]
    return different.map((difference) => `contacts: contact ${row.Code} of identity ${crmId}: ${difference}`)
  })
}
