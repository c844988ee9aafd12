import type { StoredError } from '@siagh-sync/sync-core'
import { claimsOf } from './has-rival'
import type { Ledger } from './ledger'
import type { LostContact } from './siagh-history'

/** What of Siagh, at this time or since, makes this a true failure of the record, or of a document's customer. */
export function reasonInSiagh(
  ledger: Ledger,
  id: string,
  { kind }: Pick<StoredError, 'kind'>,
  since: number,
): string | undefined {
  const loss = lossOf(ledger, id, since)
  if (kind === 'not_found') {
    if (ledger.siagh.wasCutAfter(since)) return 'the list of contacts was cut'
    return (loss ?? namedLoss(ledger, id, since)) && 'its contact was deleted in Siagh'
  }
  if (kind === 'contact_replaced' && loss?.replacedAt !== undefined)
    return 'the code of its contact was given to somebody else'
  if (kind === 'no_account_party' && whoseOf(ledger, id).some((each) => ledger.siagh.hadNoParty(each, since)))
    return 'its customer was no account party'
  // A list that has fewer contacts than before tells nothing of the one that was being made.
  if (kind === 'outcome_unknown' && ledger.siagh.losses().some((each) => isAwayAt(each, since)))
    return 'a contact was deleted in Siagh'
  // What is written to a contact that is not there breaks the script of the form.
  if (kind === 'rejected' && lossOf(ledger, id, -Infinity))
    return 'its contact was deleted in Siagh before the write came'
  return undefined
}

/** The deletion of the contact of an identity, or of those that a document ever named, where the contact was still away at `since`. */
function lossOf(ledger: Ledger, id: string, since: number): LostContact | undefined {
  const whose = whoseOf(ledger, id)
  return ledger.siagh.losses().find((loss) => whose.includes(loss.id) && isAwayAt(loss, since))
}

/** The same for a contact that it only names: somebody else's is linked to it, or nobody's yet. */
function namedLoss(ledger: Ledger, id: string, since: number): LostContact | undefined {
  const claims = whoseOf(ledger, id).flatMap((each) => [...claimsOf(ledger.crm.identities().get(each))])
  return ledger.siagh.losses().find((loss) => claims.includes(String(loss.row.Code)) && isAwayAt(loss, since))
}

const isAwayAt = ({ backAt = Infinity }: LostContact, since: number) => backAt > since

/** An identity itself, or a document and every customer that it ever had. */
function whoseOf({ crm }: Ledger, id: string): string[] {
  return [id, ...(crm.documents().get(id) ?? []).flatMap(({ object }) => object?.identityId ?? [])]
}
