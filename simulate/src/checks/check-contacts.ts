import type { InboxEntry } from '@siagh-sync/sync-core'
import type { World } from '../world/world'
import { belongsInBooks } from '../history/records'
import { isSameRow } from './siagh-history'
import { markOf } from './mark-of'
import { differences } from './expected-contact'

/** No identity has two contacts, whatever else may have happened, and nobody else's contact was touched. */
export function checkOneContact({ sandbox, ledger }: World): string[] {
  const rows = sandbox.siagh.contacts()
  const counts = new Map<string, number>()
  for (const mark of rows.flatMap((row) => markOf(row) ?? [])) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const doubles = [...ledger.crm.identities().keys()]
    .filter((id) => (counts.get(id) ?? 0) > 1)
    .map((id) => `contacts: identity ${id} has ${counts.get(id) ?? 0} contacts`)
  const touched = [...ledger.siagh.strangers().values()]
    .filter(
      (stranger) =>
        !isSameRow(
          rows.find(({ RecordId }) => RecordId === stranger.RecordId),
          stranger,
        ),
    )
    .map(({ Code }) => `contacts: contact ${Code} is nobody's of the CRM, and was written to`)
  return [...doubles, ...touched]
}

/** Every identity that `isDue` and is not among the failures has a contact that says what the CRM says now. */
export function checkNewestState(
  { sandbox, ledger, plan }: World,
  failures: readonly InboxEntry[],
  isDue: (id: string) => boolean,
): string[] {
  const failed = new Set(failures.map(({ key }) => key.id))
  return sandbox.crm.identities().flatMap((identity) => {
    const { crmId } = identity
    if (failed.has(crmId) || !isDue(crmId)) return []
    const found = sandbox.siagh.contacts().find((each) => markOf(each) === crmId)
    // That a contact was deleted in Siagh is noticed when there is something to write to it.
    const row = found ?? ledger.siagh.missing(crmId)?.row
    // One that a document has named, or that belonged in the books before, may be there all the same.
    if (!row && plan.acceptsSome && !belongsInBooks(identity)) return []
    if (!row) return [`contacts: identity ${crmId} has no contact`]
    const different = [...differences(row, identity), ...(row.IsActive ? [] : ['it is switched off'])]
    return different.map((difference) => `contacts: contact ${row.Code} of identity ${crmId}: ${difference}`)
  })
}

/** The contact of every identity that is gone, and `isDue`, is switched off where the rules say so, and only there. */
export function checkGone(
  { sandbox, ledger, plan }: World,
  failures: readonly InboxEntry[],
  isDue: (id: string) => boolean,
): string[] {
  const failed = new Set(failures.map(({ key }) => key.id))
  const isSwitchedOff = plan.rules.contact?.onDelete === 'deactivate'
  const gone = [...ledger.crm.identities()].filter(([, states]) => states.at(-1)?.object === null).map(([id]) => id)
  return sandbox.siagh.contacts().flatMap((row) => {
    const mark = markOf(row)
    if (!mark || !gone.includes(mark) || row.IsActive !== isSwitchedOff || failed.has(mark) || !isDue(mark)) return []
    const state = isSwitchedOff ? 'still switched on' : 'switched off against the rules'
    return `contacts: contact ${row.Code} of the deleted identity ${mark} is ${state}`
  })
}
