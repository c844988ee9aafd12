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

/**
 * The contacts that may belong to an identity, although nothing names them. Uses the same likenesses as the first
 * import.
 */
export type AlikeContacts = (fetched: FetchedIdentity) => readonly SiaghIds[]

/** Indexes the contacts that belong to no identity, without Siagh's own users. */
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
