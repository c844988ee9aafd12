import type { Rules, SiaghIds } from '@siagh-sync/sync-core'
import {
  createHashIndex,
  describeContact,
  describeIdentity,
  type FetchedIdentity,
  idsOf,
  type Likeness,
  likenessOf,
} from '@siagh-sync/sync-core/matching'
import type { ContactSide } from './contact-side'

/** The contacts that may be an identity's, although nothing names them: by what the initial import asks a person about. */
export type AlikeContacts = (fetched: FetchedIdentity) => readonly SiaghIds[]

/** Of those that belong to no identity; Siagh's own users are not among them. */
export function indexAlike(
  contacts: ContactSide,
  ownerOf: (code: number) => string | undefined,
  rules: Rules,
): AlikeContacts {
  const index = createHashIndex()
  for (const row of contacts.rows()) {
    if (row.IsAdminUser || ownerOf(row.Code) !== undefined) continue
    for (const key of keysOf(likenessOf(describeContact(row, rules)))) index.add(key, row.Code)
  }
  return (fetched) => {
    const codes = keysOf(likenessOf(describeIdentity(fetched))).flatMap((key) => index.of(key))
    return [...new Set(codes)].flatMap((code) => {
      const row = contacts.byCode(code)
      return row ? [idsOf(row)] : []
    })
  }
}

function keysOf({ nationalCode, mobiles, nameAndPhones }: Likeness): string[] {
  const codes = nationalCode === undefined ? [] : [`code ${nationalCode}`]
  return [...codes, ...mobiles.map((mobile) => `mobile ${mobile}`), ...nameAndPhones.map((key) => `name ${key}`)]
}
