import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { draftIdentity, nameOfRow, typeOfRow } from '@siagh-sync/sync-core/matching'
import type { Candidate } from './plan'
import type { ImportBasis } from './import-basis'
import type { ImportedContact } from './import-events'

/** A contact in the report, before its action is known. */
export type ContactSummary = Omit<ImportedContact, 'action'>

/** The ids, name and place of a contact. */
export function summaryOf({ rules }: ImportBasis, row: SiaghUser): ContactSummary {
  return {
    code: row.Code,
    recordId: row.RecordId,
    name: nameOfRow(row),
    type: typeOfRow(row, rules),
    ...placeOf(row),
    candidates: [],
    suspicions: [],
  }
}

function placeOf({ MobileNo, TelNo, Address }: SiaghUser): Pick<ImportedContact, 'telephone' | 'address'> {
  const telephone = MobileNo ?? TelNo
  // The list has the city only as a code, which a person cannot read. The address usually begins with the city.
  return { ...(telephone !== undefined && { telephone }), ...(Address !== undefined && { address: Address }) }
}

/** The summary with the suspicions about the contact. All its fields are read for that. */
export function summaryWithSuspicions(basis: ImportBasis, row: SiaghUser): ContactSummary {
  const summary = summaryOf(basis, row)
  const own = draftIdentity(row, summary.type, basis.rules).map(({ suspicions }) => suspicions)
  return { ...summary, suspicions: [...own.unwrapOr([]), ...basis.twins.suspicionsOf(row)] }
}

/** The identities that the contact may be. */
export function candidatesOf(
  { identities }: ImportBasis,
  candidates: readonly Candidate[],
): ImportedContact['candidates'] {
  return candidates.map(({ identity, by }) => {
    const { id, type: _, ...shown } = identities.at(identity)
    return { identityId: id, by, ...shown }
  })
}

/** A longer list would not help a person to decide. */
const MOST_UNREADABLE = 10

/** Unreadable identities that the contact may be, because nobody can exclude it. */
export function candidatesUnreadable(unreadable: readonly UnreadableIdentity[]): ImportedContact['candidates'] {
  return unreadable.slice(0, MOST_UNREADABLE).map(({ id, name }) => ({
    identityId: id,
    by: 'unreadable' as const,
    ...(name !== undefined && { name }),
  }))
}
