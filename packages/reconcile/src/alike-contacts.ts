import type { Rules, SiaghIds } from '@siagh-sync/sync-core'
import {
  createLikenessIndex,
  idsOf,
  LIKE_BY,
  likenessOfContact,
  likenessOfIdentity,
  type ContactTable,
  type FetchedIdentity,
} from '@siagh-sync/sync-core/matching'

/** The contacts that may be an identity's, although nothing names them: by what the initial import asks a person about. */
export type AlikeContacts = (fetched: FetchedIdentity) => readonly SiaghIds[]

/** Of those that belong to no identity; Siagh's own users are not among them. */
export function indexAlike(
  contacts: ContactTable,
  ownerOf: (code: number) => string | undefined,
  rules: Rules,
): AlikeContacts {
  const index = createLikenessIndex()
  for (let number = 0; number < contacts.length(); number += 1) {
    const row = contacts.at(number)
    if (row.IsAdminUser || ownerOf(row.Code) !== undefined) continue
    index.add(likenessOfContact(row, rules), number)
  }
  return (fetched) => {
    const alike = index.alike(likenessOfIdentity(fetched))
    const numbers = new Set(LIKE_BY.flatMap((way) => alike[way]))
    return [...numbers].map((number) => idsOf(contacts.at(number)))
  }
}
