import type { SiaghUser } from '@siagh-sync/siagh-client'
import type { UnreadableIdentity } from '@siagh-sync/sync-core'
import { draftIdentity, nameOfRow, typeOfRow } from '@siagh-sync/sync-core/matching'
import type { Candidate } from './plan'
import type { ImportBasis } from './import-basis'
import type { ImportedContact } from './import-events'

/** A contact as the report names it, before anybody knows what becomes of it. */
export type ContactSummary = Omit<ImportedContact, 'action'>

/** Which contact it is. */
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
  // The list has the city as a code, which tells a person nothing; the address begins with it as a rule.
  return { ...(telephone !== undefined && { telephone }), ...(Address !== undefined && { address: Address }) }
}

/** And what is suspicious about it, for which all its fields are looked at. */
export function summaryWithSuspicions(basis: ImportBasis, row: SiaghUser): ContactSummary {
  const summary = summaryOf(basis, row)
  const own = draftIdentity(row, summary.type, basis.rules).map(({ suspicions }) => suspicions)
  return { ...summary, suspicions: [...own.unwrapOr([]), ...basis.twins.suspicionsOf(row)] }
}

/** The identities that it may be. */
export function candidatesOf(
  { identities }: ImportBasis,
  candidates: readonly Candidate[],
): ImportedContact['candidates'] {
  return candidates.map(({ identity, by }) => {
    const { id, type: _, ...shown } = identities.at(identity)
    return { identityId: id, by, ...shown }
  })
}

/** More would help nobody to decide. */
const MOST_UNREADABLE = 10

/** Those that it may be, for all that anybody can say. */
export function candidatesUnreadable(unreadable: readonly UnreadableIdentity[]): ImportedContact['candidates'] {
  return unreadable.slice(0, MOST_UNREADABLE).map(({ id, name }) => ({
    identityId: id,
    by: 'unreadable' as const,
    ...(name !== undefined && { name }),
  }))
}
