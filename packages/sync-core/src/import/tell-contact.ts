import type { SiaghUser } from '@siagh-sync/siagh-client'
import { typeOfRow } from '../identity/contact-fields'
import type { UnreadableIdentity } from '../reading/unreadable-identity'
import { draftIdentity } from './imported-draft'
import type { Candidate } from './plan'
import type { Sides } from './sides'
import type { ImportedContact } from './steps'
import { nameOfRow } from './to-identity'

/** A contact as the report names it, before anybody knows what becomes of it. */
export type Told = Omit<ImportedContact, 'action'>

/** Which contact it is. */
export function tellContact({ rules }: Sides, row: SiaghUser): Told {
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
export function tellWithSuspicions(sides: Sides, row: SiaghUser): Told {
  const told = tellContact(sides, row)
  const own = draftIdentity(row, told.type, sides.rules).map(({ suspicions }) => suspicions)
  return { ...told, suspicions: [...own.unwrapOr([]), ...sides.contacts.suspicionsOf(row)] }
}

/** The identities that it may be. */
export function tellCandidates({ identities }: Sides, candidates: readonly Candidate[]): ImportedContact['candidates'] {
  return candidates.map(({ identity, by }) => {
    const { id, type: _, ...shown } = identities.at(identity)
    return { identityId: id, by, ...shown }
  })
}

/** More would help nobody to decide. */
const MOST_UNREADABLE = 10

/** Those that it may be, for all that anybody can say. */
export function tellUnreadable(unreadable: readonly UnreadableIdentity[]): ImportedContact['candidates'] {
  return unreadable.slice(0, MOST_UNREADABLE).map(({ id, name }) => ({
    identityId: id,
    by: 'unreadable' as const,
    ...(name !== undefined && { name }),
  }))
}
