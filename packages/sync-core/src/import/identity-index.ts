import type { FetchedIdentity } from '../identity/fetch-identity'
import { foldId, normalizeId } from '../key'
import type { Rules } from '../rules'
import type { IdentityType } from '../types'
import { createHashIndex } from './hash-index'
import { likenessOf, type Described, type Likeness } from './likeness'
import { createPackedRows } from './packed-rows'

/** What is kept of an identity. */
interface IndexedIdentity {
  readonly id: string
  readonly type: IdentityType
  readonly name?: string
  readonly customerNumber?: string
  readonly telephone?: string
  readonly address?: string
}

/** The CRM's identities, findable by everything that may name a contact. Numbers count from 0, in the order of reading. */
export interface IdentityIndex {
  readonly length: () => number
  /** An identity that is known already changes nothing. */
  readonly add: (identity: FetchedIdentity) => void
  readonly at: (number: number) => IndexedIdentity
  readonly byId: (id: string) => number | undefined
  readonly byRefId: (refId: string) => readonly number[]
  /** Those whose customer number names this `Code`. */
  readonly byCode: (code: number) => readonly number[]
  readonly alike: (
    likeness: Likeness,
  ) => Readonly<Record<'nationalCode' | 'mobile' | 'nameAndPhone', readonly number[]>>
}

/** An index of nothing yet. */
export function createIdentityIndex(rules: Rules): IdentityIndex {
  const rows = createPackedRows<IndexedIdentity>()
  const ids = createHashIndex()
  const refIds = createHashIndex()
  const codes = createHashIndex()
  const ways = {
    nationalCode: createHashIndex(),
    mobile: createHashIndex(),
    nameAndPhone: createHashIndex(),
  }

  return {
    length: rows.length,
    add(fetched) {
      const { identity, type } = fetched
      const id = idOf(fetched)
      if (ids.of(id).length > 0) return
      const number = rows.length()
      ids.add(id, number)
      rows.push({ id, type, ...shownOf(identity) })
      if (identity.refId) refIds.add(refIdKey(identity.refId), number)
      const code = identity.customerNumber ? rules.customerNumber.decode(identity.customerNumber) : null
      if (code !== null) codes.add(String(code), number)
      const { nationalCode, mobiles, nameAndPhones } = likenessOf(describeIdentity(fetched))
      if (nationalCode !== undefined) ways.nationalCode.add(nationalCode, number)
      for (const mobile of mobiles) ways.mobile.add(mobile, number)
      for (const key of nameAndPhones) ways.nameAndPhone.add(key, number)
    },
    at: rows.at,
    byId: (id) => ids.of(id)[0],
    byRefId: (refId) => refIds.of(refIdKey(refId)),
    byCode: (code) => codes.of(String(code)),
    alike: ({ nationalCode, mobiles, nameAndPhones }) => ({
      nationalCode: nationalCode === undefined ? [] : ways.nationalCode.of(nationalCode),
      mobile: [...new Set(mobiles.flatMap((mobile) => ways.mobile.of(mobile)))],
      nameAndPhone: [...new Set(nameAndPhones.flatMap((key) => ways.nameAndPhone.of(key)))],
    }),
  }
}

/** As a `RecordId` is compared: without regard to case, braces and spaces. */
export function refIdKey(refId: string): string {
  return foldId(refId)
}

function idOf({ identity: { crmId } }: FetchedIdentity): string {
  return normalizeId(crmId) ?? crmId
}

/** What a person looks at who has to say whether it is a contact. */
function shownOf(identity: FetchedIdentity['identity']): Omit<IndexedIdentity, 'id' | 'type'> {
  const { nickName, customerNumber, phoneContacts, addressContacts } = identity
  const telephone = phoneContacts.find(({ phoneNumber }) => phoneNumber)?.phoneNumber
  const place = addressContacts.find((each) => each.default) ?? addressContacts[0]
  const address = [place?.state, place?.city, place?.address].filter(Boolean).join('، ')
  return {
    ...(nickName !== undefined && { name: nickName }),
    ...(customerNumber !== undefined && { customerNumber }),
    ...(telephone !== undefined && { telephone }),
    ...(address !== '' && { address }),
  }
}

/** What an identity says of itself. */
export function describeIdentity({ type, identity }: FetchedIdentity): Described {
  const { nickName, nationalCode = '', phoneContacts } = identity
  const parts = 'firstName' in identity || 'lastName' in identity ? [identity.firstName, identity.lastName] : []
  return {
    type,
    name: nickName ?? parts.join(' '),
    nationalCode,
    phones: phoneContacts.flatMap(({ phoneNumber }) => phoneNumber ?? []),
  }
}
